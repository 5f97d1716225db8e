/** The entry of the page as one file: it includes the style sheet that index.html links to. */
import './styles/global.css';
import './main';
