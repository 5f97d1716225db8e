/** Chooses the explanation of the current part of a pass, with the names and numbers for its terms. */
import type { Phase } from '../../explanations/explanation';
import { explanationOf, type SubjectId } from '../../explanations/explanations';
import type { Explained } from '../../state/inside/explain';
import type { PassStep } from '../../state/inside/steps';
import type { PassContext } from '../pass/names';
import type { LiveTerms } from './live-terms';
import { featuresLive, layerLive, lossLive, metricLive, operationLive, updateLive } from './subject-live';

export interface ExplainedPart {
  readonly subject: SubjectId;
  readonly live: LiveTerms;
  /** The phase of the explanation that matches the step; null if none does. */
  readonly phase: Phase | null;
}

/** `updated`: the parameter whose update is on show, counted among the parameters. */
export function explained(
  context: PassContext,
  step: PassStep,
  wanted: Exclude<Explained, 'network'>,
  updated: number,
): ExplainedPart {
  switch (wanted) {
    case 'step':
      return explainedStep(context, step, updated);
    case 'layer':
      return { subject: 'dense', live: layerLive(context, layerOf(context, step)), phase: null };
    case 'loss':
      return { subject: 'mean-squared-error', live: lossLive(context), phase: null };
    case 'optimiser':
      return { subject: 'sgd', live: updateLive(context, updated), phase: null };
    default:
      return { subject: wanted, live: metricLive(context), phase: null };
  }
}

function explainedStep(context: PassContext, step: PassStep, updated: number): ExplainedPart {
  switch (step.phase) {
    case 'enter':
      return context.recipe.scaling.fitOn === 'none'
        ? { subject: 'neural-network', live: featuresLive(context, 'features'), phase: 'forward' }
        : { subject: 'standard-scaler', live: featuresLive(context, 'scaled'), phase: null };
    case 'forward':
    case 'backward': {
      const kind = context.operations[step.operation]?.kind ?? '';
      return { subject: explanationOf(kind), live: operationLive(context, step.operation), phase: step.phase };
    }
    case 'loss':
    case 'loss-gradient':
      return {
        subject: 'mean-squared-error',
        live: lossLive(context),
        phase: step.phase === 'loss' ? 'forward' : 'backward',
      };
    case 'update':
      return { subject: 'sgd', live: updateLive(context, updated), phase: 'update' };
  }
}

/** The layer of a step: the first as the features enter, the last from the loss on. */
export function layerOf({ operations }: PassContext, step: PassStep): number {
  if (step.phase === 'forward' || step.phase === 'backward') return operations[step.operation]?.layer ?? 0;
  return step.phase === 'enter' ? 0 : (operations.at(-1)?.layer ?? 0);
}
