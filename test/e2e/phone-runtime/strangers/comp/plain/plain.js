Component({ options: { addGlobalClass: false } })
