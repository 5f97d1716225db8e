/** Which explanation belongs to what is looked at in a pass, with which names and numbers. */
import type { Circumstances, Phase } from '../../explanations/explanation';
import type { SubjectId } from '../../explanations/explanations';
import type { Explained } from '../../state/inside/explain';
import type { PassStep } from '../../state/inside/steps';
import type { PassContext } from '../pass/names';
import { layerPart, lossPart, operationPart, optimiserPart } from '../pass/parts';
import type { LiveTerms } from './live-terms';
import { featuresLive, layerLive, lossLive, metricLive, operationLive, updateLive } from './subject-live';

export interface ExplainedPart {
  readonly subject: SubjectId;
  readonly live: LiveTerms;
  /** What of its page holds for this pass. */
  readonly circumstances: Circumstances;
  /** The part of it that the step is at; null where that says nothing of it. */
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
    case 'layer': {
      const layer = layerOf(context, step);
      return { ...layerPart(context, layer), live: layerLive(context, layer), phase: null };
    }
    case 'loss':
      return { ...lossPart(context), live: lossLive(context), phase: null };
    case 'optimiser':
      return { ...optimiserPart(context), live: updateLive(context, updated), phase: null };
    default:
      return { subject: wanted, circumstances: {}, live: metricLive(context), phase: null };
  }
}

function explainedStep(context: PassContext, step: PassStep, updated: number): ExplainedPart {
  switch (step.phase) {
    case 'enter':
      return context.recipe.scaling.fitOn === 'none'
        ? { subject: 'neural-network', circumstances: {}, live: featuresLive(context, 'features'), phase: 'forward' }
        : { subject: 'standard-scaler', circumstances: {}, live: featuresLive(context, 'scaled'), phase: null };
    case 'forward':
    case 'backward':
      return {
        ...operationPart(context, step.operation),
        live: operationLive(context, step.operation),
        phase: step.phase,
      };
    case 'loss':
    case 'loss-gradient':
      return {
        ...lossPart(context),
        live: lossLive(context),
        phase: step.phase === 'loss' ? 'forward' : 'backward',
      };
    case 'update':
      return { ...optimiserPart(context), live: updateLive(context, updated), phase: 'update' };
  }
}

/** The layer of a step: the first as the features enter, the last from the loss on. */
export function layerOf({ operations }: PassContext, step: PassStep): number {
  if (step.phase === 'forward' || step.phase === 'backward') return operations[step.operation]?.layer ?? 0;
  return step.phase === 'enter' ? 0 : (operations.at(-1)?.layer ?? 0);
}
