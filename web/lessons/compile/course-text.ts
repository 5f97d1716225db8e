/** All lessons and the glossary as one page of text, for browsers without JavaScript, printers and search engines. */
import { escaped } from '../../export/markup';
import { FIGURES } from '../../figures/descriptions.js';
import type { Block, GlossaryEntry, Html, LessonPage, Option, PredictionBlock, QuestionBlock } from '../lesson';
import { hashOf, hashOfPage } from '../place';
import type { Library } from './library';

const STYLE = `:root { color-scheme: light dark }
body { max-width: 44rem; margin: 0 auto; padding: 1rem; font: 1.1rem/1.6 "Atkinson Hyperlegible Next", system-ui, sans-serif }
table { border-collapse: collapse } th, td { padding: 0.2em 0.8em; border: 1px solid }
pre, math[display=block] { overflow-x: auto }
aside, section.task, section.question { margin: 1rem 0; padding: 0 1rem; border-inline-start: 4px solid }`;

/** The addresses of pages and terms are also their ids here, so that links between them work unchanged. */
const idOf = (hash: string): string => hash.slice(1);

export function courseText({ chapters, pages, glossary }: Library): Html {
  const textOfPage = (id: string) => pageText((pages.get(id) as { readonly page: LessonPage }).page);
  const contents = chapters.map(
    ({ number, title, pages: names }) => `<li>Chapter ${number}: ${escaped(title)}
<ol>${names.map(({ id, title: name }) => `<li><a href="${hashOfPage(id)}">${escaped(name)}</a></li>`).join('\n')}</ol></li>`,
  );
  const chapterTexts = chapters.map(
    ({ number, title, pages: names }) =>
      `<h2>Chapter ${number}: ${escaped(title)}</h2>\n${names.map(({ id }) => textOfPage(id)).join('\n')}`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Minifactory: the text of the course</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>The text of the course</h1>
<p>These are the lessons of Minifactory without their figures, in which you change numbers and watch networks train. They
are on <a href="./index.html#lessons">the page itself</a>, which needs JavaScript and WebAssembly.</p>
<nav aria-label="Contents"><ul>${contents.join('\n')}
<li><a href="#glossary">Glossary</a></li></ul></nav>
${toThePlayground(chapterTexts.join('\n'))}
<h2 id="glossary">Glossary</h2>
<dl>${toThePlayground(glossary.map(termText).join('\n'))}</dl>
</main>
</body>
</html>
`;
}

function pageText({ id, title, question, leads, source, blocks }: LessonPage): Html {
  return `<article id="${idOf(hashOfPage(id))}">
<h3>${escaped(title)}</h3>
<p><em>${escaped(question)}</em></p>
${blocks.map(blockText).join('\n')}
<p>${escaped(leads)}</p>
${source === '' ? '' : `<p><small>${escaped(source)}</small></p>`}
</article>`;
}

function termText({ id, term, html }: GlossaryEntry): Html {
  return `<dt id="${idOf(hashOf({ kind: 'glossary', term: id }))}">${escaped(term)}</dt><dd>${html}</dd>`;
}

function blockText(block: Block): Html {
  switch (block.kind) {
    case 'text':
      return block.html;
    case 'note':
      return `<aside>${block.html}</aside>`;
    case 'do':
      return `<section class="task"><h4>To do</h4>${block.html}</section>`;
    case 'figure':
      return `<p><small>Figure on the page itself: ${escaped(FIGURES[block.name]?.title ?? block.name)}</small></p>`;
    case 'three-ways':
      return '<p><small>On the page itself: the same as math, diagram and code</small></p>';
    case 'question':
      return asked(block, 'Question');
    case 'predict':
      return asked(block, 'Predict');
  }
}

function asked({ html, answer, explanation }: QuestionBlock | PredictionBlock, title: string): Html {
  const options = answer.kind === 'choice' ? `<ul>${answer.options.map(optionText).join('')}</ul>` : '';
  return `<section class="question"><h4>${title}</h4>${html}${options}
<details><summary>Answer</summary>${answerText(answer)}${explanation}</details></section>`;
}

const optionText = ({ html }: Option): Html => `<li>${html}</li>`;

function answerText(answer: QuestionBlock['answer'] | PredictionBlock['answer']): Html {
  if (answer.kind === 'number') return `<p>${answer.value} ${escaped(answer.unit)}</p>`;
  if (answer.kind === 'curve') return '';
  return `<ul>${answer.options
    .filter(({ right }) => right)
    .map(optionText)
    .join('')}</ul>`;
}

/** Links that do not lead to a lesson or a term lead to the playground, which is not on this page. */
const toThePlayground = (html: Html): Html => html.replace(/href="#(?!lessons\/)/g, 'href="./index.html#');
