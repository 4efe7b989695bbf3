/** One calm line over a page that got no answer, with the way to ask again; for a bug also the details to copy. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUnanswered } from '../link/use-unanswered.ts';
import { detailsOf, isBug, useFailureText } from '../parts/toast.tsx';

export function UnansweredLine() {
  const { t } = useTranslation('common');
  const failureText = useFailureText();
  const unanswered = useUnanswered();
  if (unanswered === null) return null;
  const { error, retry } = unanswered;
  const copy = (): void => void navigator.clipboard.writeText(detailsOf(error));
  return (
    <div className="unanswered" role="status">
      <span>{error === null ? t('noAnswer') : failureText(error)}</span>
      <Button size="small" onClick={retry}>
        {t('action.retry')}
      </Button>
      {isBug(error) ? (
        <Button size="small" type="link" onClick={copy}>
          {t('action.copyDetails')}
        </Button>
      ) : null}
    </div>
  );
}
