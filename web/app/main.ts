/** The page's first script. */
import '../styles/global.css';
import './minifactory-app';
