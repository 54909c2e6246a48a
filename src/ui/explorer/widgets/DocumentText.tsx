import './documentText.css';

/** Untrusted text of a document: it cannot change the direction around it, wraps anywhere and is cut with an ellipsis after `lines` lines. */
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
