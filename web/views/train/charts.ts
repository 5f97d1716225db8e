/** Loads the charts and tables of the training view after the page is shown. */
import '../../charts/loss/loss-chart';
import '../../charts/model/prediction-chart';
import '../../charts/model/partial-dependence-chart';
import '../../diagrams/network/network-diagram';
import './evaluations-table';
import './metrics-table';
import '../runs/overlay-picker';
import { loadPlot } from '../../charts/plot/plot-chart';

// Fetch the plotting library while the engine loads, so that no chart has to wait. If this fails, the chart shows the
// error.
loadPlot().catch(() => {});
