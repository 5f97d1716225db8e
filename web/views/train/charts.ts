/** The pictures of the training view, together in one file that is loaded once the page stands. */
import '../../charts/loss/loss-chart';
import '../../charts/model/prediction-chart';
import '../../charts/model/partial-dependence-chart';
import '../../diagrams/network/network-diagram';
