/** A shortcut written as keys. */
export function KeyCaps({ caps }: { readonly caps: readonly string[] }) {
  return (
    <span className="ui-keys">
      {caps.map((cap) => (
        <kbd key={cap} className="ui-key">
          {cap}
        </kbd>
      ))}
    </span>
  );
}
