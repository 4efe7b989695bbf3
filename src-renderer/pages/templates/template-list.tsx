/** The templates there are, by name and by the way they are sent. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../src-shared/contract/templates.ts';
import type { Drafts } from './draft.ts';

export interface TemplateListProps {
  readonly templates: readonly Template[];
  readonly drafts: Drafts;
  readonly isBeginning: boolean;
  readonly onBegin: () => void;
}

export function TemplateList({ templates, drafts, isBeginning, onBegin }: TemplateListProps) {
  const { t } = useTranslation('templates');
  const { t: today } = useTranslation('today');
  const { chosen, changed, choose } = drafts;
  return (
    <nav className="tpl-list" aria-label={t('list')}>
      <ul>
        {templates.map(({ template, name, channel }) => (
          <li key={template}>
            <button
              type="button"
              className="plain"
              {...(chosen === template ? { 'aria-current': 'true' as const } : {})}
              onClick={() => choose(template)}
            >
              <span>
                {name}
                {changed(template) && <b className="warn"> {t('changed')}</b>}
              </span>
              <small>{today(`channels.${channel}`)}</small>
            </button>
          </li>
        ))}
        {(chosen === 'new' || changed('new')) && (
          <li>
            <button
              type="button"
              className="plain"
              {...(chosen === 'new' ? { 'aria-current': 'true' as const } : {})}
              onClick={() => choose('new')}
            >
              <span className="dim">{t('fresh')}</span>
            </button>
          </li>
        )}
      </ul>
      <div className="tpl-list-acts">
        <Button size="small" onClick={() => choose('new')}>
          {t('add')}
        </Button>
        <Button size="small" loading={isBeginning} onClick={onBegin}>
          {t('begin')}
        </Button>
      </div>
    </nav>
  );
}
