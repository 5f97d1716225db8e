/** The pictures of the training view, together in one file that is loaded once the page stands. */
import '../../charts/loss-chart';
import '../../charts/prediction-chart';
import '../../charts/response-chart';
import '../../diagrams/network/network-diagram';
