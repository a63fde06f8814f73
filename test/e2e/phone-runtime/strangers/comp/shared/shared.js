const options = { ['style' + 'Isolation']: 'shared' }
Component({ options })
