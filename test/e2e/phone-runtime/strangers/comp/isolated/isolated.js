Component({ options: { addGlobalClass: true, styleIsolation: 'isolated' } })
