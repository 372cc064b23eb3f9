### Por que as pessoas assinam: escrito, denunciado, mostrado.
### { $kind } é letter, pledge ou petition.

## Por que as pessoas assinam

why-tab = Por que você assinou
why-title = { $kind ->
    [pledge] Por que você assumiu este compromisso?
   *[petition] Por que você assinou?
}
why-label = Seu motivo
why-hint = A equipe organizadora lê primeiro. Se publicar, seu primeiro nome aparece ao lado, caso você mostre seu nome. No máximo 500 caracteres, sem endereços de sites.
why-button = Enviar meu motivo
why-take = Apagar meu motivo
why-back = Voltar à sua assinatura
why-standing = { $state ->
    [typed] Salvo. A equipe organizadora lê depois que você confirmar por e-mail.
    [unsent] Isto foi escrito antes de você confirmar e ainda não foi enviado. Envie, se é o que você quer dizer, ou apague.
    [published] Está na página. Se você mudar o texto, a equipe organizadora lê de novo antes.
    [private] A equipe organizadora leu e não vai publicar.
   *[waiting] Salvo. A equipe organizadora lê antes de qualquer outra pessoa.
}
confirm-promise = Seu compromisso
signed-promise = Seu compromisso:
confirm-reason = Seu motivo, para a equipe organizadora ler
featured-title = { $kind ->
    [pledge] Por que as pessoas assumem este compromisso
   *[petition] Por que as pessoas assinam
}
featured-report = Denunciar
featured-report-what = o que { $name } diz
report-title = Denunciar esta mensagem?
report-text = A equipe organizadora leu e publicou esta mensagem. Se ela ofende alguém, põe alguém em perigo ou não é verdadeira, avise a equipe.
report-button = Denunciar
reported-title = Agradecemos o aviso
reported-text = A equipe organizadora vê sua denúncia. Quando várias pessoas denunciam a mesma mensagem, pedimos que ela seja lida de novo; até a decisão, ela continua na página.
risk-why-hint = A equipe organizadora lê primeiro. Se publicar, aparece sem nome: não escreva nada que diga quem você é. No máximo 500 caracteres, sem endereços de sites.
