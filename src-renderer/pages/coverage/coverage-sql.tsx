/** How covered and missing days are worked out: the rule in words, and on request the statements. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SqlView } from '../../parts/explanation/sql-view.tsx';
import '../../parts/explanation/explanation.css';

export function CoverageSql({ sql, shop }: { readonly sql: string; readonly shop: number }) {
  const { t } = useTranslation('coverage');
  const { t: explanation } = useTranslation('explanation');
  const [isShown, setShown] = useState(false);
  return (
    <>
      <p className="faint sm">
        {t('rule')}{' '}
        <button type="button" className="plain link nw" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {explanation(isShown ? 'hideSql' : 'sql')}
        </button>
      </p>
      {isShown && <SqlView sql={sql} params={{ shop }} />}
    </>
  );
}
