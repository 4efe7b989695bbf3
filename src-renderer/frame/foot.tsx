/** The foot: what the page counts at the left, the page's keys at the right. */

import { useFootState } from '../state/foot.ts';

export function Foot() {
  const { left, right } = useFootState((state) => state.content);
  return (
    <footer className="foot">
      <div className="l">{left}</div>
      <div className="r">
        {right?.map((key) => (
          <span key={key}>{key}</span>
        ))}
      </div>
    </footer>
  );
}
