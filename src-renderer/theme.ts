/** The antd side of the look: the ledger's colours as theme tokens, for light and dark and any size of letters. */

import { type ThemeConfig, theme } from 'antd';

interface Palette {
  readonly paper: string;
  readonly rail: string;
  readonly hover: string;
  readonly raise: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly rule5: string;
  readonly edge: string;
  readonly seal: string;
  readonly sealFill: string;
  readonly sealFill2: string;
  readonly onSeal: string;
  readonly sealWash: string;
  readonly blue: string;
  readonly blueWash: string;
  readonly blueHalo: string;
  readonly ochre: string;
  readonly ochreWash: string;
  readonly pine: string;
  readonly pineWash: string;
  readonly lift: string;
}

// The same colours as styles/tokens.css; antd works out its own shades and needs plain values.
const light: Palette = {
  paper: '#fbf8f1',
  rail: '#f2ede2',
  hover: '#f4efe4',
  raise: '#fffdf8',
  ink: '#24211c',
  ink2: '#565047',
  ink3: '#6b6459',
  rule: '#e6dfd0',
  rule5: '#cfc5b1',
  edge: '#8e8471',
  seal: '#b0352a',
  sealFill: '#b0352a',
  sealFill2: '#97291f',
  onSeal: '#fffaf3',
  sealWash: '#f8e1db',
  blue: '#2b4c73',
  blueWash: '#e3ebf2',
  blueHalo: 'rgba(43, 76, 115, 0.3)',
  ochre: '#80560d',
  ochreWash: '#f5e9cf',
  pine: '#2f5f49',
  pineWash: '#e1ebe2',
  lift: '0 6px 24px rgba(36, 33, 28, 0.14), 0 0 0 1px #cfc5b1',
};

const dark: Palette = {
  paper: '#1c1b18',
  rail: '#151411',
  hover: '#272520',
  raise: '#262420',
  ink: '#ebe5d9',
  ink2: '#bdb5a6',
  ink3: '#a49c8e',
  rule: '#302d28',
  rule5: '#48443b',
  edge: '#7c7566',
  seal: '#ee8a78',
  sealFill: '#b8402f',
  sealFill2: '#a53626',
  onSeal: '#fffaf3',
  sealWash: '#43241e',
  blue: '#a3bfe0',
  blueWash: '#243140',
  blueHalo: 'rgba(163, 191, 224, 0.3)',
  ochre: '#dcb05c',
  ochreWash: '#3a2f18',
  pine: '#93c6a8',
  pineWash: '#22342a',
  lift: '0 8px 28px rgba(0, 0, 0, 0.5), 0 0 0 1px #48443b',
};

// The faces stand in tokens.css, where they follow the language.
const sans = 'var(--sans)';
const mono = 'var(--mono)';

/** `fontSize` is the size of ordinary text in px; everything antd draws follows it. */
export function themeFor(isDark: boolean, fontSize: number): ThemeConfig {
  const palette = isDark ? dark : light;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...colours(palette), ...measures(fontSize) },
    components: components(palette, fontSize),
  };
}

function colours(p: Palette): NonNullable<ThemeConfig['token']> {
  return {
    colorPrimary: p.blue,
    colorPrimaryBg: p.blueWash,
    colorInfo: p.blue,
    colorLink: p.blue,
    colorLinkHover: p.blue,
    colorError: p.seal,
    colorWarning: p.ochre,
    colorSuccess: p.pine,
    colorErrorBg: p.sealWash,
    colorWarningBg: p.ochreWash,
    colorSuccessBg: p.pineWash,
    colorInfoBg: p.blueWash,
    colorBgLayout: p.rail,
    colorBgContainer: p.paper,
    colorBgElevated: p.raise,
    colorBgMask: 'rgba(36, 33, 28, 0.32)',
    colorBgSpotlight: p.ink,
    colorTextLightSolid: p.paper,
    colorText: p.ink,
    colorTextHeading: p.ink,
    colorTextSecondary: p.ink2,
    colorTextTertiary: p.ink3,
    colorTextDescription: p.ink3,
    colorTextPlaceholder: p.ink3,
    colorTextDisabled: p.ink3,
    // Icons of fields and arrows of choices as well.
    colorTextQuaternary: p.ink3,
    colorBorder: p.edge,
    colorBorderSecondary: p.rule,
    colorSplit: p.rule,
    controlItemBgHover: p.hover,
    controlItemBgActive: p.blueWash,
    controlItemBgActiveHover: p.blueWash,
    controlOutline: p.blueHalo,
    boxShadow: p.lift,
    boxShadowSecondary: p.lift,
  };
}

function measures(fontSize: number): NonNullable<ThemeConfig['token']> {
  const scaled = (px: number): number => Math.round((px * fontSize) / 13);
  return {
    fontFamily: sans,
    fontFamilyCode: mono,
    fontSize,
    fontSizeSM: Math.max(12, scaled(12)),
    fontWeightStrong: 600,
    controlHeight: scaled(30),
    controlHeightSM: scaled(24),
    controlHeightLG: scaled(38),
    borderRadius: 3,
    borderRadiusSM: 2,
    borderRadiusLG: 3,
    controlOutlineWidth: 2,
    lineWidth: 1,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  };
}

function components(p: Palette, fontSize: number): NonNullable<ThemeConfig['components']> {
  const field = {
    colorBgContainer: p.raise,
    activeBorderColor: p.blue,
    hoverBorderColor: p.ink2,
    activeShadow: `0 0 0 2px ${p.blueHalo}`,
  };
  return {
    Button: buttonColours(p),
    Input: field,
    InputNumber: field,
    DatePicker: field,
    Select: { ...field, selectorBg: p.raise, optionSelectedBg: p.blueWash, optionActiveBg: p.hover },
    Checkbox: { colorBgContainer: p.raise, colorTextLightSolid: p.paper },
    Radio: { colorBgContainer: p.raise },
    Segmented: {
      trackBg: p.raise,
      itemSelectedBg: p.ink,
      itemSelectedColor: p.paper,
      itemColor: p.ink2,
      itemHoverColor: p.ink,
      trackPadding: 0,
    },
    Slider: {
      railBg: p.rule5,
      railHoverBg: p.rule5,
      trackBg: p.blue,
      trackHoverBg: p.blue,
      handleColor: p.blue,
      railSize: 2,
      handleSize: 10,
    },
    Table: {
      headerBg: 'transparent',
      headerSortActiveBg: 'transparent',
      bodySortBg: 'transparent',
      headerColor: p.ink2,
      headerSplitColor: 'transparent',
      borderColor: p.rule,
      rowHoverBg: p.hover,
      rowSelectedBg: p.blueWash,
      rowSelectedHoverBg: p.blueWash,
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      cellFontSizeSM: fontSize,
      headerBorderRadius: 0,
    },
    Tag: { defaultBg: 'transparent', defaultColor: p.ink },
    Modal: { contentBg: p.raise, headerBg: p.raise },
  };
}

/** The one red thing a page may have, and the plain ones beside it. */
function buttonColours(p: Palette): NonNullable<NonNullable<ThemeConfig['components']>['Button']> {
  return {
    colorPrimary: p.sealFill,
    colorPrimaryHover: p.sealFill2,
    colorPrimaryActive: p.sealFill2,
    primaryColor: p.onSeal,
    primaryShadow: 'none',
    defaultShadow: 'none',
    dangerShadow: 'none',
    defaultBg: p.raise,
    defaultHoverBg: p.hover,
    defaultBorderColor: p.edge,
    defaultHoverBorderColor: p.ink2,
    defaultHoverColor: p.ink,
    defaultActiveColor: p.ink,
    defaultActiveBorderColor: p.ink2,
    paddingInline: 12,
  };
}
