/** LaTeX to MathML. */
import temml from 'temml';

export type Compiled = { readonly ok: true; readonly mathml: string } | { readonly ok: false; readonly reason: string };

export function compileFormula(latex: string, display: boolean): Compiled {
  try {
    const mathml = temml.renderToString(latex, { displayMode: display, throwOnError: true, strict: true });
    // The page's Content-Security-Policy has no place for style attributes.
    return { ok: true, mathml: mathml.replace(/ style="[^"]*"/g, '') };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
