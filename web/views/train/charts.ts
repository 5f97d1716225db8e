/** The charts of the training view in one file, which is loaded after the page is shown. */
import '../../charts/loss/loss-chart';
import '../../charts/model/prediction-chart';
import '../../charts/model/partial-dependence-chart';
import '../../diagrams/network/network-diagram';
import { loadPlot } from '../../charts/plot/plot-chart';

// While the engine is being loaded, so that no chart has to wait for it. A chart that cannot have it says so.
loadPlot().catch(() => {});
