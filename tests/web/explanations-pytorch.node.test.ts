/** The PyTorch listings run and compute the same as the NumPy beside them, which other tests compare with the core. */
import { describe, expect, it } from 'vitest';
import { compileAll } from '../../web/explanations/explanations-plugin.js';
import { expectSame, program, textOf, type Value } from './explanations-python';
import { PYTORCH_CASES } from './explanations-pytorch-cases';
import { python } from './export-python';

/**
 * Each case has its own namespace: the given values, then the listing, then pairs of expressions, PyTorch's and
 * NumPy's. NumPy's see the given values as arrays, and the other namespace as `ran`.
 */
const HARNESS = `
import contextlib, copy, io, json, math, sys, types
import torch

torch.set_default_dtype(torch.float64)
if not hasattr(torch, "func"):
    # torch.func came with PyTorch 2; these are the same for functions of one number.
    functional = torch.autograd.functional
    torch.func = types.SimpleNamespace(grad=lambda f: lambda x: functional.jacobian(f, x), jvp=functional.jvp)

def array(value):
    return value.detach().numpy() if isinstance(value, torch.Tensor) else value

def written(value):
    if isinstance(value, (list, tuple)):
        return [written(one) for one in value]
    return np.asarray(array(value)).tolist()

def through(operation, X, gradient):
    """Output, input gradient and parameter gradient of one operation of the NumPy listings."""
    output = operation.forward(X)
    return output, operation.backward(gradient), getattr(operation, "gradient", None)

def dense(layer, activation):
    """A layer of PyTorch as the NumPy listings have it."""
    return Dense(array(layer.weight).T, array(layer.bias)[np.newaxis], activation)

results = []
for case in json.load(sys.stdin):
    torch.manual_seed(3)
    names = {"torch": torch, "math": math, "copy": copy, "types": types}
    exec(case["given"], names)
    arrays = {name: array(value).copy() for name, value in names.items() if isinstance(value, torch.Tensor)}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(case["listing"], names)
    expected = {**globals(), **arrays, "ran": types.SimpleNamespace(**names)}
    results.append([[written(eval(mine, names)), written(eval(other, expected))] for mine, other in case["pairs"]])
print(json.dumps(results))
`;

const listings = new Map(
  compileAll().flatMap(({ id, listings: all }) => {
    const parts = all.filter(({ language }) => language === 'pytorch');
    return parts.length === 0 ? [] : [[id, parts.map(textOf).join('\n\n')] as const];
  }),
);

describe('the PyTorch of the explanations', () => {
  it('is tried, every listing of it', () => {
    expect(new Set(PYTORCH_CASES.map(({ subject }) => subject))).toEqual(new Set(listings.keys()));
  });

  it('computes the same as the NumPy beside it', () => {
    const cases = PYTORCH_CASES.map((each) => ({ ...each, listing: listings.get(each.subject) ?? '' }));
    const script = ['import numpy as np', program('numpy'), HARNESS].join('\n\n');
    const { output, complaint, exitCode } = python(['-c', script], JSON.stringify(cases));
    expect({ complaint, exitCode }).toEqual({ complaint: '', exitCode: 0 });
    const results: [Value, Value][][] = JSON.parse(output);
    expect(results.map((pairs) => pairs.length)).toEqual(cases.map(({ pairs }) => pairs.length));
    for (const [index, { subject, pairs, tolerance }] of cases.entries()) {
      for (const [place, [actual, expected]] of (results[index] ?? []).entries()) {
        expectSame(actual, expected, `${subject}: ${pairs[place]?.[0]}`, tolerance);
      }
    }
  }, 120_000);
});
