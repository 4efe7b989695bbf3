/** The call desk: those who can be called today, one after the other, with the number, what to say, what they bought and what came of it. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { useDueActs } from '../today/use-due-acts.ts';
import { CallFigures } from './call-figures.tsx';
import { CallList } from './call-list.tsx';
import { CallPanel } from './call-panel.tsx';
import { CallerLookUp } from './caller-look-up.tsx';
import '../today/today.css';
import './calls.css';
import '../today/tight.css';

type Today = ResultOf<'followUps.today'>;

export function CallsPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <CallsOf {...surroundings} />;
}

/** A number that can be dialled, and nobody who is to be written to. */
function isToCall({ reach, channel }: Due): boolean {
  return reach === 'phone' && (channel === 'phone' || channel === 'sms');
}

function CallsOf({ basis }: Surroundings) {
  const { t } = useTranslation('calls');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const { data, error } = useCall('followUps.today', { basis, clock: 'now' });
  const back = (): void => navigate('/today');
  const due = data?.due ?? [];
  const toCall = due.filter(isToCall);
  useKeys({ Escape: back });
  return (
    <>
      <PageTitle
        title={t('title')}
        back={{ to: t('back'), onBack: back }}
        {...(data === undefined ? {} : { say: t('say', { count: toCall.length }) })}
        actions={<CallerLookUp due={due} />}
      />
      {error !== null && <p className="stop today-line">{failureText(error)}</p>}
      {data !== undefined && <Desk basis={basis} today={data} toCall={toCall} onBack={back} />}
    </>
  );
}

interface DeskProps extends Pick<Surroundings, 'basis'> {
  readonly today: Today;
  readonly toCall: readonly Due[];
  readonly onBack: () => void;
}

function Desk({ basis, today, toCall, onBack }: DeskProps) {
  const { t } = useTranslation('calls');
  const [chosen, setHere] = useState(0);
  const acts = useDueActs(basis);
  const here = Math.min(chosen, toCall.length - 1);
  const person = toCall[here];
  const others = today.due.length - toCall.length;
  const called = today.done.filter(({ done }) => done.channel === 'phone');
  useKeys({
    ArrowDown: () => setHere(Math.min(here + 1, toCall.length - 1)),
    ArrowUp: () => setHere(Math.max(here - 1, 0)),
  });
  useCallsFoot(toCall.length, called.length);
  if (person === undefined) {
    const words = others > 0 ? t('noneOthers', { count: others }) : t('none');
    return (
      <div className="today-line call-none">
        <EmptyNote action={<Button onClick={onBack}>{t('toToday')}</Button>}>{words}</EmptyNote>
        <CallFigures basis={basis} />
      </div>
    );
  }
  return (
    <div className="today calls">
      <CallList people={toCall} here={here} onHere={setHere} due={today.due} called={called} basis={basis} />
      <CallPanel
        due={person}
        at={here}
        count={toCall.length}
        basis={basis}
        on={basis.on}
        currency={today.currency}
        busy={acts.busy}
        onRecord={(recorded) => void acts.record(person, recorded, 'phone')}
        onLater={(day) => void acts.later(person, day)}
        onDrop={() => void acts.drop(person)}
      />
    </div>
  );
}

function useCallsFoot(left: number, done: number): void {
  const { t } = useTranslation('calls');
  const { t: today } = useTranslation('today');
  useFoot({
    left: (
      <>
        <span>
          {t('foot.left')} <b>{formatCount(left)}</b>
        </span>
        <span>
          {t('foot.done')} <b>{formatCount(done)}</b>
        </span>
      </>
    ),
    right: [
      t('keys.caller'),
      ...(left === 0
        ? []
        : [today('keys.move'), today('keys.result'), t('keys.copy'), today('keys.later'), today('keys.record')]),
      t('keys.back'),
    ],
  });
}
