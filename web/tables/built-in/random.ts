/**
 * Random numbers from a seed: the Mersenne Twister (MT19937) of the core and of NumPy's RandomState, which needs integers
 * only. The uniform numbers are those of `numpy.random.seed(seed); numpy.random.random_sample()`, bit for bit. The normal
 * ones use our logarithm and Math.sqrt, which every engine rounds as IEEE 754 says, and differ from NumPy's by rounding.
 */
import { logarithm } from './arithmetic';

const WORDS = 624;
const MIDDLE = 397;

export class Random {
  private readonly words = new Uint32Array(WORDS);
  private position = WORDS;
  private kept: number | null = null;

  /** A seed is an integer from 0 to 2³² − 1. */
  constructor(seed: number) {
    let word = seed >>> 0;
    for (let index = 0; index < WORDS; index += 1) {
      this.words[index] = word;
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + index + 1) >>> 0;
    }
  }

  /** On [0, 1), with 53 random bits. */
  uniform(): number {
    const high = this.next() >>> 5;
    const low = this.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** On [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.uniform();
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    if (this.kept !== null) {
      const { kept } = this;
      this.kept = null;
      return kept;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * logarithm(square)) / square);
      this.kept = factor * x;
      return factor * y;
    }
  }

  private next(): number {
    if (this.position === WORDS) this.renew();
    let word = this.words[this.position] as number;
    this.position += 1;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  private renew(): void {
    const at = (index: number) => this.words[index % WORDS] as number;
    for (let index = 0; index < WORDS; index += 1) {
      const joined = (at(index) & 0x80000000) | (at(index + 1) & 0x7fffffff);
      this.words[index] = at(index + MIDDLE) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}
