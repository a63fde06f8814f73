// Decides the actions on albums that the judge does not read.
import { albumRows } from '@class-pact/core/album/contract'
import { serve } from '../../common/call/handlers'
import { choosePhotos, readChoice } from './choose-photos'
import { decideAlbum } from './decide-album'
import { findAlbum } from './find-album'
import { findAlbumClass } from './find-class'
import { findPlace, listAlbums } from './list-albums'
import { prepareAlbum } from './prepare-album'
import { downloadPhoto, readAlbum } from './read-album'
import { removeAlbum } from './remove-album'

export const actions = serve(
  albumRows,
  { album: findAlbum, albumClass: findAlbumClass, albumPlace: findPlace },
  {
    'album.prepare': prepareAlbum,
    'album.list': listAlbums,
    'album.read': readAlbum,
    'album.download': downloadPhoto,
    'album.remove': removeAlbum,
    'album.decide': decideAlbum,
    'photo.choose': choosePhotos,
    'photo.choice': readChoice,
  },
)
