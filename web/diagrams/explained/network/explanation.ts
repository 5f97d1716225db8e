/** A whole network as an explanation: formulas, terms and programs made from its recipe. */
import type { Dataset } from '../../../datasets/dataset';
import type { OperationShape } from '../../../engine/types';
import type { Explanation, Listing, Term } from '../../../explanations/explanation';
import type { Recipe } from '../../../recipe/schema';
import { gradientName } from '../../pass/names';
import { networkFormulas, termId } from './formulas';
import { networkListings } from './listings';
import { networkTerms } from './terms';

/** This network's name for a general term; undefined if several quantities match. */
function ownTerm({ array }: Term): string | undefined {
  switch (array) {
    case 'input':
      return 'X';
    case 'predictions':
      return 'P';
    case 'targets':
      return 'y';
    case 'output':
      return 'L';
    case 'outputGradient':
      return termId(gradientName('P'));
    default:
      return undefined;
  }
}

/** The C++ of any network, its terms named as in this network. */
function coreListings({ listings, terms }: Explanation): readonly Listing[] {
  const own = new Map(terms.map((term) => [term.id, ownTerm(term)]));
  return listings
    .filter(({ language }) => language === 'cpp')
    .map((listing) => ({
      ...listing,
      lines: listing.lines.map((line) =>
        line.map(({ term, ...token }) => {
          const found = own.get(term ?? '');
          return found === undefined ? token : { ...token, term: found };
        }),
      ),
    }));
}

/** `general`: the explanation of networks in general, whose C++ runs every network. */
export function networkExplanation(
  recipe: Recipe,
  dataset: Dataset,
  operations: readonly OperationShape[],
  general: Explanation,
): Explanation {
  return {
    id: 'this-network',
    title: general.title,
    sentence: general.sentence,
    picture: null,
    formulas: networkFormulas(recipe, operations),
    terms: networkTerms(recipe, operations),
    listings: [...networkListings(recipe, dataset, operations), ...coreListings(general)],
  };
}
