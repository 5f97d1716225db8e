/** Questions in IMS QTI 2.1: one item each, a test for each chapter, and the manifest of a package. */
import type { Writing } from '../compile/html';
import type { ChoiceAnswer, NumberAnswer } from '../lesson';
import type { NumberedQuestion, QuestionChapter } from './numbered';

/** How the questions are compiled. */
export const FOR_QTI: Writing = { formulas: 'mathml', links: false, isXml: true };

const QTI = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const QTI_NAMESPACES =
  `xmlns="${QTI}" xmlns:xsi="${XSI}" ` +
  `xsi:schemaLocation="${QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"`;
const PACKAGE = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The files of the package: path → text. */
export function qtiFiles(chapters: readonly QuestionChapter[]): Readonly<Record<string, string>> {
  const items = chapters.flatMap(({ questions }) =>
    questions.map((question) => [itemPath(question), HEAD + item(question)] as const),
  );
  const tests = chapters.map((chapter) => [testPath(chapter), HEAD + test(chapter)] as const);
  return Object.fromEntries([['imsmanifest.xml', HEAD + manifest(chapters)], ...tests, ...items]);
}

const idOf = ({ number }: NumberedQuestion) => `item-${number.replaceAll('.', '-')}`;
const itemPath = (question: NumberedQuestion) => `items/${idOf(question)}.xml`;
const testPath = ({ number }: QuestionChapter) => `chapter-${number}.xml`;

function item(question: NumberedQuestion): string {
  const { number, title, block } = question;
  const { answer, html, explanation } = block;
  const parts = answer.kind === 'number' ? numberParts(answer) : choiceParts(answer);
  return `<assessmentItem ${QTI_NAMESPACES} identifier="${idOf(question)}" title="${text(`${number} ${title}`)}" adaptive="false" timeDependent="false">
${parts.response}
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>
<itemBody>${body(html)}${parts.interaction}</itemBody>
${parts.processing}
${feedback('right', explanation)}${parts.feedback}
</assessmentItem>
`;
}

interface Parts {
  readonly response: string;
  readonly interaction: string;
  readonly processing: string;
  readonly feedback: string;
}

function numberParts({ value, within, unit, misconceptions }: NumberAnswer): Parts {
  const wrongs = misconceptions.map(({ value: wrong }, place) =>
    branch('responseElseIf', near(base('float', wrong), within), 0, [base('identifier', `wrong-${place + 1}`)]),
  );
  const right = branch('responseIf', near('<correct identifier="RESPONSE"/>', within), 1, [
    base('identifier', 'right'),
  ]);
  return {
    response: `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="float"><correctResponse><value>${value}</value></correctResponse></responseDeclaration>`,
    interaction: `<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="12"/> ${text(unit)}</p>`,
    processing: `<responseProcessing><responseCondition>${right}${wrongs.join('')}</responseCondition></responseProcessing>`,
    feedback: misconceptions.map(({ html }, place) => feedback(`wrong-${place + 1}`, html)).join(''),
  };
}

function choiceParts({ options }: ChoiceAnswer): Parts {
  const ids = options.map((_, place) => `choice-${place + 1}`);
  const rights = ids.filter((_, place) => options[place]?.right);
  const isOne = rights.length === 1;
  const response = '<variable identifier="RESPONSE"/>';
  const chosen = isOne ? `<multiple>${response}</multiple>` : response;
  const isRight = `<match>${response}<correct identifier="RESPONSE"/></match>`;
  const right = branch('responseIf', isRight, 1, [base('identifier', 'right')]);
  const wrong = `<responseElse><setOutcomeValue identifier="FEEDBACK">${chosen}</setOutcomeValue></responseElse>`;
  return {
    response: `<responseDeclaration identifier="RESPONSE" cardinality="${isOne ? 'single' : 'multiple'}" baseType="identifier"><correctResponse>${rights.map((id) => `<value>${id}</value>`).join('')}</correctResponse></responseDeclaration>`,
    interaction: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="${isOne ? 1 : 0}">${options
      .map(({ html }, place) => `<simpleChoice identifier="${ids[place]}">${content(html)}</simpleChoice>`)
      .join('')}</choiceInteraction>`,
    processing: `<responseProcessing><responseCondition>${right}${wrong}</responseCondition></responseProcessing>`,
    feedback: options
      .map(({ html, right: isRightOne }, place) => ({
        html,
        isRightOne,
        remark: options[place]?.feedback ?? '',
        id: ids[place],
      }))
      .filter(({ isRightOne, remark }) => !isRightOne && remark !== '')
      .map(({ id, remark }) => feedback(id as string, remark))
      .join(''),
  };
}

/** The outcome if a condition is met: a score, and the feedback to show. */
function branch(
  name: 'responseIf' | 'responseElseIf',
  condition: string,
  score: number,
  shown: readonly string[],
): string {
  return `<${name}>${condition}<setOutcomeValue identifier="SCORE">${base('float', score)}</setOutcomeValue><setOutcomeValue identifier="FEEDBACK"><multiple>${shown.join('')}</multiple></setOutcomeValue></${name}>`;
}

function near(value: string, within: number): string {
  const mode = within > 0 ? `toleranceMode="absolute" tolerance="${within} ${within}"` : 'toleranceMode="exact"';
  return `<equal ${mode}><variable identifier="RESPONSE"/>${value}</equal>`;
}

function base(type: 'float' | 'identifier', value: number | string): string {
  return `<baseValue baseType="${type}">${value}</baseValue>`;
}

function feedback(id: string, html: string): string {
  return `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${id}" showHide="show">${content(html)}</modalFeedback>\n`;
}

/** The body of an item may only contain blocks. */
function body(html: string): string {
  const written = content(html);
  return written.startsWith('<') ? written : `<p>${written}</p>`;
}

/** Formulas name their own namespace. */
function content(html: string): string {
  return html.replaceAll('<math', '<math xmlns="http://www.w3.org/1998/Math/MathML"');
}

function test(chapter: QuestionChapter): string {
  const { number, title, questions } = chapter;
  const name = text(`Chapter ${number}: ${title}`);
  const refs = questions.map(
    (question) => `<assessmentItemRef identifier="ref-${idOf(question)}" href="${itemPath(question)}"/>`,
  );
  return `<assessmentTest ${QTI_NAMESPACES} identifier="chapter-${number}" title="${name}">
<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">
<assessmentSection identifier="section" title="${name}" visible="true">
${refs.join('\n')}
</assessmentSection>
</testPart>
</assessmentTest>
`;
}

function manifest(chapters: readonly QuestionChapter[]): string {
  const items = chapters.flatMap(({ questions }) =>
    questions.map((question) => resource(idOf(question), 'imsqti_item_xmlv2p1', itemPath(question), [])),
  );
  const tests = chapters.map((chapter) =>
    resource(`chapter-${chapter.number}`, 'imsqti_test_xmlv2p1', testPath(chapter), chapter.questions.map(idOf)),
  );
  return `<manifest xmlns="${PACKAGE}" identifier="minifactory-questions">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>
${[...tests, ...items].join('\n')}
</resources>
</manifest>
`;
}

function resource(id: string, type: string, path: string, needs: readonly string[]): string {
  const dependencies = needs.map((need) => `<dependency identifierref="${need}"/>`).join('');
  return `<resource identifier="${id}" type="${type}" href="${path}"><file href="${path}"/>${dependencies}</resource>`;
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
