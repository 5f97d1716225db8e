import type { LayerRecipe } from '../recipe/schema';

/** PyTorch's modules for the activations; a linear layer ends with its sum and needs none. */
export const ACTIVATION_MODULES: Readonly<Record<LayerRecipe['activation'], string | null>> = {
  sigmoid: 'nn.Sigmoid()',
  linear: null,
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  'leaky-relu': 'nn.LeakyReLU(0.2)',
};
