// Decides which way the arrows of the house point: phone and cloud use core, core uses nothing, nothing uses local.
const HOUSE = '^(miniprogram|cloudfunctions|core|database|local|scripts|test|typings)/'

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need one another when they run are one file, or need a third one. Types alone may point back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'phone-uses-core-only',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: HOUSE, pathNot: '^(miniprogram|core|typings)/' },
    },
    {
      name: 'main-package-uses-no-sub-package',
      comment: 'The main package runs before a sub-package is there.',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: '^miniprogram/packages/' },
      to: { path: '^miniprogram/packages/' },
    },
    {
      name: 'sub-packages-stay-apart',
      comment: 'A sub-package may be there without another one; what two share is in the main package.',
      severity: 'error',
      from: { path: '^miniprogram/packages/([^/]+)/' },
      to: { path: '^miniprogram/packages/', pathNot: '^miniprogram/packages/$1/' },
    },
    {
      name: 'only-writers-carry-the-judge',
      comment: 'The judge is heavy: it lies in the sub-package of those who write to a class (ADR 0013).',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: '^miniprogram/packages/compose/' },
      to: { path: '^core/judge/' },
    },
    {
      name: 'phone-has-no-node',
      comment: 'A phone has no Node built-ins.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'functions-use-core-only',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: HOUSE, pathNot: '^(cloudfunctions|core)/' },
    },
    {
      name: 'callers-stay-apart',
      comment: 'One folder per caller: what two of them share belongs in cloudfunctions/common.',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/($1|common)/' },
    },
    {
      name: 'core-uses-nothing-of-the-house',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: HOUSE, pathNot: '^core/' },
    },
    {
      name: 'core-is-pure',
      comment: 'Clock, files, network and randomness are arguments: core has no Node built-in and no SDK.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-has-no-sdk',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: 'node_modules/(wx-server-sdk|@cloudbase)/' },
    },
    {
      name: 'core-domains-meet-at-the-index',
      comment: 'A domain of core may use another one only by its index.',
      severity: 'error',
      from: { path: '^core/([^/]+)/' },
      to: { path: '^core/[^/]+/', pathNot: ['^core/$1/', '^core/[^/]+/index\\.ts$'] },
    },
    {
      name: 'others-enter-core-by-the-index',
      severity: 'error',
      from: { path: '^(miniprogram|cloudfunctions|local)/' },
      to: { path: '^core/', pathNot: '^core/[^/]+/index\\.ts$' },
    },
    {
      name: 'nothing-uses-local',
      severity: 'error',
      from: { pathNot: '^(local|test)/' },
      to: { path: '^local/' },
    },
    {
      name: 'every-import-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|miniprogram_npm|node_modules/\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
