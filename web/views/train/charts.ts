/** The charts of the training view in one file, which is loaded after the page is shown. */
import '../../charts/loss/loss-chart';
import '../../charts/model/prediction-chart';
import '../../charts/model/partial-dependence-chart';
import '../../diagrams/network/network-diagram';
