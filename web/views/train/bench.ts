/** Loads what the training view has beside its charts, and an embedded chart has not. */
import '../build/layer-editor';
import './bench-camera';
