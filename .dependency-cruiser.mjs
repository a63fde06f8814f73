// Decides which way the arrows of the house point (docs: CONTRIBUTING, "Where a change goes"); a test proves that each can fail.
const HOUSE = '^(miniprogram|cloudfunctions|core|database|demo|local|scripts|test|typings)/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need one another are one file, or need a third one; types count too.',
      {},
      { circular: true },
    ),
    forbid(
      'phone-uses-core-only',
      'The phone knows core and nothing else of the house.',
      { path: '^miniprogram/' },
      { path: HOUSE, pathNot: '^(miniprogram|core|typings)/' },
    ),
    forbid(
      'main-package-uses-no-sub-package',
      'The main package runs before a sub-package is there.',
      { path: '^miniprogram/', pathNot: '^miniprogram/packages/' },
      { path: '^miniprogram/packages/' },
    ),
    forbid(
      'sub-packages-stay-apart',
      'A sub-package may be there without another one; what two share is in the main package.',
      { path: '^miniprogram/packages/([^/]+)/' },
      { path: '^miniprogram/packages/', pathNot: '^miniprogram/packages/$1/' },
    ),
    forbid(
      'only-writers-carry-the-judge',
      'The judge is heavy: it lies in the sub-package of those who write to a class (ADR 0013).',
      { path: '^miniprogram/', pathNot: '^miniprogram/packages/compose/' },
      { path: '^core/judge/' },
    ),
    forbid(
      'phone-has-no-node',
      'A phone has no Node built-ins.',
      { path: '^miniprogram/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'functions-use-core-only',
      'The functions know core and nothing else of the house.',
      { path: '^cloudfunctions/' },
      { path: HOUSE, pathNot: '^(cloudfunctions|core|typings)/' },
    ),
    forbid(
      'callers-stay-apart',
      'One folder per caller: what two of them share is a domain or belongs in common.',
      { path: '^cloudfunctions/(api|exporter|writer|scheduler|wx-events)/' },
      { path: '^cloudfunctions/(api|exporter|writer|scheduler|wx-events)/', pathNot: '^cloudfunctions/$1/' },
    ),
    forbid(
      'nothing-uses-callers',
      'A caller puts domains together; nothing else may need it.',
      { path: '^cloudfunctions/(domains|common)/' },
      { path: '^cloudfunctions/(api|exporter|writer|scheduler|wx-events)/' },
    ),
    forbid(
      'domains-meet-at-the-index',
      'Of another domain only what its index offers.',
      { path: '^cloudfunctions/domains/([^/]+)/' },
      {
        path: '^cloudfunctions/domains/',
        pathNot: ['^cloudfunctions/domains/$1/', '^cloudfunctions/domains/[^/]+/index\\.ts$'],
      },
    ),
    forbid(
      'callers-enter-domains-by-the-index',
      'What a caller needs of every domain comes from the lists that the build makes; the rest from the index.',
      { path: '^cloudfunctions/(api|exporter|writer|scheduler|wx-events)/' },
      { path: '^cloudfunctions/domains/', pathNot: '^cloudfunctions/domains/[^/]+/index\\.ts$' },
    ),
    forbid(
      'common-knows-no-domain',
      'What all domains share needs none of them.',
      { path: '^cloudfunctions/common/' },
      { path: '^cloudfunctions/domains/' },
    ),
    forbid(
      'core-uses-nothing-of-the-house',
      'The rules need nothing but one another.',
      { path: '^core/' },
      { path: HOUSE, pathNot: '^core/' },
    ),
    forbid(
      'core-is-pure',
      'Clock, files, network and randomness are arguments: core has no Node built-in.',
      { path: '^core/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'core-has-no-sdk',
      'The rules know no cloud.',
      { path: '^core/' },
      { path: 'node_modules/(wx-server-sdk|@cloudbase)/' },
    ),
    forbid(
      'core-domains-meet-at-the-index',
      'A domain of core uses another one only by its index or its contract.',
      { path: '^core/([^/]+)/' },
      { path: '^core/[^/]+/', pathNot: ['^core/$1/', '^core/[^/]+/(index|contract)\\.ts$'] },
    ),
    forbid(
      'contracts-know-contracts-only',
      'What phone and cloud say to one another needs no rule.',
      { path: '^core/[^/]+/(pages-)?contract\\.ts$' },
      { path: '^core/', pathNot: '^core/([^/]+/(pages-)?contract|wire/index)\\.ts$' },
    ),
    forbid(
      'law-is-light',
      'Every phone has the law; the judge is heavy, and only who writes to a class loads it.',
      { path: '^core/', pathNot: '^core/judge/' },
      { path: '^core/judge/' },
    ),
    forbid(
      'others-enter-core-by-the-index',
      'Core shows what it offers.',
      { path: '^(miniprogram|cloudfunctions|local|demo)/' },
      { path: '^core/', pathNot: '^core/[^/]+/(index|contract)\\.ts$' },
    ),
    forbid(
      'demo-uses-core-only',
      'The demo school lives through the contract, like any other.',
      { path: '^demo/' },
      { path: HOUSE, pathNot: '^(demo|core)/' },
    ),
    forbid(
      'local-knows-no-product',
      'The machine that runs it here runs what was built.',
      { path: '^local/' },
      { path: '^(cloudfunctions|miniprogram)/' },
    ),
    forbid('nothing-uses-local', 'It is never shipped.', { pathNot: '^(local|test)/' }, { path: '^local/' }),
    forbid('nothing-uses-demo', 'It is never shipped.', { pathNot: '^(demo|test)/' }, { path: '^demo/' }),
    forbid('every-import-is-found', 'An import leads somewhere.', {}, { couldNotResolve: true, pathNot: '^domains:' }),
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
