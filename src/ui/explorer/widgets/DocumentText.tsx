import './documentText.css';

/**
 * Text of a site document, which anybody may have written: it runs in its own direction without turning what is around
 * it, breaks anywhere rather than widening its place, and ends after so many lines.
 */
export function DocumentText({ text, lines }: { text: string; lines: 1 | 2 | 3 | 6 }) {
  return (
    <bdi className={`document-text lines-${lines}`} title={text.length > 40 ? text : undefined}>
      {text}
    </bdi>
  );
}
