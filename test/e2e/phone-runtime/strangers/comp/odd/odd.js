Component({
  behaviors: ['wx://made-up'],
  properties: {
    none: null,
    list: { type: [Number], value: 3 },
    missing: { type: Number, observer: 'notThere' },
    number: { type: Number, observer: 5 },
    either: { type: String, optionalTypes: [Number] },
    wrong: { type: Array, value: 'word' },
    empty: {},
  },
  observers: { either: 'notThere' },
  data: { word: 'odd' },
})
