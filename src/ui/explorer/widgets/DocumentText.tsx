import './documentText.css';

/**
 * Text of a site document, which is not trusted: its direction does not affect the text around it, it wraps anywhere
 * instead of widening its container, and it is cut with an ellipsis after `lines` lines.
 */
export function DocumentText({ text, lines }: { text: string; lines: number }) {
  return (
    <bdi
      className="document-text"
      style={{ WebkitLineClamp: lines }}
      title={text.length > 40 ? text : undefined}
    >
      {text}
    </bdi>
  );
}
