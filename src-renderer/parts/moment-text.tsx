/** An instant the host recorded (UTC), on this machine's clock: 26-08-16 10:31. */

const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** 'YYYY-MM-DD HH:MM' on this machine's clock. */
export function localMoment(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : format.format(at);
}

export function MomentText({ instant }: { readonly instant: string }) {
  const local = localMoment(instant);
  return (
    <time className="nw" dateTime={instant} title={local}>
      {local.slice(2)}
    </time>
  );
}
