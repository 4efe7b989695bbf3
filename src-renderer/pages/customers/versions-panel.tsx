/** Everything a segment ever said, newest first, and the way back to any of it. */

import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../src-shared/contract/segments.ts';
import { useCall } from '../../link/use-call.ts';
import { useSentence } from '../../link/use-segments.ts';
import { MomentText } from '../../parts/moment-text.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useTakesFocus } from '../../parts/use-takes-focus.ts';
import type { SegmentActs } from './use-segment-acts.ts';

export interface VersionsPanelProps {
  readonly segment: Segment;
  readonly acts: SegmentActs;
  readonly onClose: () => void;
}

export function VersionsPanel({ segment, acts, onClose }: VersionsPanelProps) {
  const { t } = useTranslation('segments');
  const sentence = useSentence();
  const box = useTakesFocus<HTMLDivElement>();
  const { data } = useCall('segments.versions', { segment: segment.segment });
  return (
    <SidePanel title={t('versionsOf', { name: segment.name })} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: takes the keyboard, so that Esc and the arrows are here */}
      <div ref={box} className="versions" tabIndex={0}>
        <ol>
          {(data?.versions ?? []).map(({ edit, at, reason, undone, content }) => (
            <li key={edit} className={undone ? 'faint' : undefined}>
              <p className="between">
                <b>{content?.name ?? t('removed')}</b>
                <span className="dim sm">
                  <MomentText instant={at} />
                </span>
              </p>
              {content !== null && <p>{sentence(content.where)}</p>}
              <p className="between sm">
                <span className="dim">
                  {[
                    t(`reason.${reasonOf(reason)}`),
                    ...(content?.fixed ? [t('fixedOn', { day: content.fixed.on })] : []),
                    ...(undone ? [t('takenBack')] : []),
                  ].join(' · ')}
                </span>
                {content !== null && JSON.stringify(content.where) !== JSON.stringify(segment.where) && (
                  <button type="button" className="plain link" onClick={() => void acts.change(segment, content.where)}>
                    {t('useAgain')}
                  </button>
                )}
              </p>
            </li>
          ))}
        </ol>
      </div>
    </SidePanel>
  );
}

const reasons = ['save', 'rename', 'freeze', 'thaw', 'remove'] as const;

function reasonOf(reason: string): (typeof reasons)[number] {
  return reasons.find((known) => reason === `segments.${known}`) ?? 'save';
}
