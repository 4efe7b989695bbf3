/** Everything above the frame: connection, look, language, antd's theme, the address in the hash. */

import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import type { i18n } from 'i18next';
import { type ReactNode, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { type Settings, settingsSchema } from '../src-shared/contract/settings.ts';
import { Frame } from './frame.tsx';
import type { Connection } from './link/connection.ts';
import { ConnectionProvider, useConnection } from './link/connection-context.tsx';
import { TableWidths } from './link/table-widths.tsx';
import { useSettings } from './link/use-settings.ts';
import { LookProvider, useLook } from './look.tsx';
import { themeFor } from './theme.ts';
import 'dayjs/locale/zh-cn';

export interface AppProps {
  readonly connection: Connection;
  readonly texts: i18n;
}

const defaults: Settings = settingsSchema.parse({});

export function App({ connection, texts }: AppProps) {
  return (
    <I18nextProvider i18n={texts}>
      <ConnectionProvider connection={connection}>
        <Surroundings texts={texts}>
          <Router hook={useHashLocation}>
            <Frame />
          </Router>
        </Surroundings>
      </ConnectionProvider>
    </I18nextProvider>
  );
}

/** Look and language follow the settings while the window is open. */
function Surroundings(props: { readonly texts: i18n; readonly children: ReactNode }) {
  const { texts } = props;
  const { settings: saved, isKnown } = useSettings();
  // Settings that cannot be read: the language the window began with.
  const [unread] = useState((): Settings => ({ ...defaults, language: texts.language === 'en' ? 'en' : 'zh-CN' }));
  const isLate = useLate(isKnown);
  const settings = saved ?? (isKnown || isLate ? unread : undefined);
  const connection = useConnection();
  const { language, theme } = settings ?? defaults;
  useEffect(() => {
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
    void texts.changeLanguage(language).then(() => {
      document.title = texts.t('product', { ns: 'common' });
    });
  }, [texts, language]);
  useEffect(() => {
    // The window's own frame and menu follow; a shell that is not there is no reason to say anything.
    if (isKnown) connection.call('shell.setLook', { theme, language }).catch(() => undefined);
  }, [connection, isKnown, theme, language]);
  return (
    <LookProvider settings={settings ?? defaults}>
      <TableWidths settings={settings ?? defaults}>
        <Themed language={language}>{isKnown || isLate ? props.children : null}</Themed>
      </TableWidths>
    </LookProvider>
  );
}

/** A host that says nothing at all: after a while the window is drawn without its settings, and says so. */
function useLate(isKnown: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (isKnown) return undefined;
    const timer = setTimeout(() => setLate(true), 3000);
    return () => clearTimeout(timer);
  }, [isKnown]);
  return isLate;
}

function Themed(props: { readonly language: Settings['language']; readonly children: ReactNode }) {
  const look = useLook();
  return (
    <ConfigProvider
      locale={props.language === 'en' ? enUS : zhCN}
      theme={themeFor(look.isDark, look.fontSize)}
      button={{ autoInsertSpace: false }}
      componentSize="middle"
      wave={{ disabled: true }}
    >
      <AntdApp component={false} message={{ maxCount: 1 }}>
        {props.children}
      </AntdApp>
    </ConfigProvider>
  );
}
