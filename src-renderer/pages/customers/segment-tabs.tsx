/** Saved lists above the list: everybody, each segment with how many are in it now, and the way to keep what is in view. */

import { Dropdown, type MenuProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Segment } from '../../../src-shared/contract/segments.ts';
import { useCall } from '../../link/use-call.ts';
import { useSentence } from '../../link/use-segments.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { Icon } from '../../parts/icon.tsx';
import { MenuBox } from '../../parts/place-menu.tsx';
import { type CustomerView, queryOfView, segmentFilter, segmentOf } from '../../state/customer-filter.ts';
import type { SegmentActs } from './use-segment-acts.ts';

export interface SegmentTabsProps {
  readonly view: CustomerView;
  readonly segments: readonly Segment[];
  readonly basis: TierBasis;
  /** The list stands: there is time to count the others. */
  readonly mayCount: boolean;
  readonly acts: SegmentActs;
  readonly onVersions: (segment: Segment) => void;
  readonly onBuild: () => void;
}

export function SegmentTabs({ view, segments, basis, mayCount, acts, onVersions, onBuild }: SegmentTabsProps) {
  const { t } = useTranslation('segments');
  const current = segmentOf(view.filter);
  const [counted, setCounted] = useState(0);
  const scope = view.filter.shop === undefined ? {} : { shop: view.filter.shop };
  const isKept = current !== null && Object.keys(view.filter).every((key) => key === 'where' || key === 'shop');
  return (
    <nav className="tabs segment-tabs" aria-label={t('tabs')}>
      <span>
        <Tab
          name={t('all')}
          filter={scope}
          {...{ view, basis, mayCount }}
          isCurrent={Object.keys(view.filter).every((key) => key === 'shop')}
          onCounted={() => setCounted((before) => Math.max(before, 1))}
        />
      </span>
      {segments.map((segment, index) => (
        <span key={segment.segment}>
          <Tab
            name={segment.name}
            segment={segment}
            filter={{ ...scope, ...segmentFilter(segment.segment) }}
            {...{ view, basis }}
            mayCount={mayCount && counted > index}
            isCurrent={current === segment.segment}
            onCounted={() => setCounted((before) => Math.max(before, index + 2))}
          />
          {current === segment.segment && (
            <SegmentMenu segment={segment} acts={acts} onVersions={() => onVersions(segment)} onBuild={onBuild} />
          )}
        </span>
      ))}
      {!isKept && (
        <button type="button" className="plain" onClick={() => acts.askName()}>
          {t('save')}
        </button>
      )}
    </nav>
  );
}

interface TabProps extends Pick<SegmentTabsProps, 'view' | 'basis' | 'mayCount'> {
  readonly name: string;
  readonly segment?: Segment;
  readonly filter: CustomerView['filter'];
  readonly isCurrent: boolean;
  readonly onCounted: () => void;
}

/** One after another they are counted, so that none stands in the way of the list. */
function Tab({ name, segment, filter, view, basis, mayCount, isCurrent, onCounted }: TabProps) {
  const { t } = useTranslation('segments');
  const sentence = useSentence();
  const { data, isFetched } = useCall('customers.count', { filter, basis }, { enabled: mayCount });
  const told = useRef(onCounted);
  useEffect(() => {
    told.current = onCounted;
  });
  useEffect(() => {
    if (isFetched) told.current();
  }, [isFetched]);
  const place = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [isCurrent]);
  const fixed = segment?.fixed ?? null;
  const said = segment === undefined ? undefined : sentence(segment.where);
  return (
    <Link
      ref={place}
      href={`/customers?${queryOfView({ filter, sort: view.sort })}`}
      aria-current={isCurrent ? 'true' : undefined}
      title={fixed === null ? said : `${t('fixedOn', { day: fixed.on })}：${said}`}
    >
      {name}
      <small>{data === undefined ? '' : formatCount(data.total)}</small>
      {fixed !== null && <small>{t('fixed')}</small>}
    </Link>
  );
}

interface SegmentMenuProps {
  readonly segment: Segment;
  readonly acts: SegmentActs;
  readonly onVersions: () => void;
  readonly onBuild: () => void;
}

function SegmentMenu({ segment, acts, onVersions, onBuild }: SegmentMenuProps) {
  const { t } = useTranslation('segments');
  const items: NonNullable<MenuProps['items']> = [
    { key: 'build', label: t('menu.build'), onClick: onBuild },
    { key: 'rename', label: t('menu.rename'), onClick: () => acts.askName(segment) },
    { key: 'fix', label: t(segment.fixed === null ? 'menu.fix' : 'menu.fixAnew'), onClick: () => acts.fix(segment) },
    ...(segment.fixed === null
      ? []
      : [{ key: 'loosen', label: t('menu.loosen'), onClick: () => acts.loosen(segment) }]),
    { key: 'versions', label: t('menu.versions', { version: segment.version }), onClick: onVersions },
    { type: 'divider' },
    { key: 'remove', label: t('menu.remove'), onClick: () => acts.remove(segment) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }} destroyOnHidden popupRender={(menu) => <MenuBox>{menu}</MenuBox>}>
      <button type="button" className="plain tab-menu" aria-label={t('menu.label', { name: segment.name })}>
        <Icon name="down" />
      </button>
    </Dropdown>
  );
}
