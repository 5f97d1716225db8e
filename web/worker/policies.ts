/** What to say if the Content-Security-Policy of a page refuses a part of Minifactory. */

/** The Trusted Types policy of Lit, which writes all our templates. */
export const TEMPLATE_POLICY = 'lit-html';

export const NO_TRUSTED_TYPES =
  'This page’s Content-Security-Policy requires Trusted Types, which Minifactory’s scripts and workers do not have. Show Minifactory in a frame, which has a policy of its own, or remove require-trusted-types-for and trusted-types from the policy.';
