### Novidades de um abaixo-assinado.

## Novidades

updates-title = Novidades
updates-feed = Acompanhar por RSS
update-about = Novidades sobre
update-edited = editada
update-preview = Prévia. Só a equipe organizadora vê esta página.
update-to-petition = Ler e assinar
update-gone-title = Esta novidade foi apagada
update-gone = A equipe organizadora apagou esta novidade.
update-answered = O que { $recipient } respondeu
update-answered-short = O que responderam
