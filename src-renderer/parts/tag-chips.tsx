/** Tags as calm chips, and in one line of a list. */

/** In a cell: cut at its end, whole in the hint. */
export function TagsCell({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return '';
  return (
    <span className="tags-cell" title={tags.join('、')}>
      {tags.map((name) => (
        <span key={name} className="tag-chip">
          {name}
        </span>
      ))}
    </span>
  );
}
