### A página por trás do link da mensagem, e a que agradece e pede para divulgar.
### { $kind } é letter, pledge ou petition.

## Confirmar

confirm-tab = Confirme sua assinatura
confirm-title = Confirme sua assinatura
confirm-intro = { $kind ->
    [letter] Falta pouco para você assinar esta carta aberta. Confira se está tudo certo.
    [pledge] Falta pouco para você assumir este compromisso. Confira se está tudo certo.
   *[petition] Falta pouco para você assinar este abaixo-assinado. Confira se está tudo certo.
}
confirm-name = Nome
confirm-listed = Como sua assinatura aparece
confirm-shown = { $shown ->
    [detail] Em público, com seu nome e os dados que você vê aqui
    [name] Em público, só com seu nome
    [place] Em público, como uma pessoa de { $place }
   *[counted] Conta, mas seu nome não aparece
}
confirm-updates = E-mails de { $organization }
confirm-updates-yes = Sim, sobre esta campanha
confirm-updates-no = Não
confirm-changed = A equipe organizadora mudou o pedido depois que você preencheu o formulário. Se você confirmar, sua assinatura vale para o texto que leu naquele momento.
confirm-changed-link = Ver todas as versões
confirm-button = Confirmar minha assinatura
confirm-reject = Não fui eu
confirm-word = Qual é a palavra da mensagem?
confirm-word-hint = A mensagem com o link traz uma palavra. Ao digitar essa palavra, você mostra que foi uma pessoa que leu, e não um programa.
confirm-words-spent = Nenhuma das três tentativas deu certo. Com uma nova mensagem, você pode tentar de novo.
confirm-letter = Receber nova mensagem
confirm-letter-sent = Uma nova mensagem está a caminho. Pode levar alguns minutos. Abra a mais recente e digite a palavra dela aqui ou na página que o link abre.
confirm-letter-enough = Já enviamos esta mensagem várias vezes. Peça mais uma em “Mudar ou retirar minha assinatura”, no fim desta página.

## Assinado

signed-tab = Sua assinatura
signed-number = Assinatura { $n }
signed-stands = { $listed ->
    [yes] { $kind ->
        [letter] Seu nome já está na carta
        [pledge] Seu nome já está no compromisso
       *[petition] Seu nome já está no abaixo-assinado
    }
   *[no] Sua assinatura já conta
}{ $n ->
    [0] .
    [one] , ao lado de mais uma pessoa.
   *[other] , ao lado de mais { $n } pessoas.
}
signed-on = Conta desde { $date }.
signed-thanks = Você assinou.
signed-stroke = O traço mais recente é o seu.
signed-list = Ver seu nome na lista
signed-already-title = Você já tinha assinado
signed-already-text = Sua assinatura conta desde { $date }. Não falta mais nada.
signed-already-undated = Já temos sua assinatura. Não falta mais nada.
signed-removed-title = Sua assinatura não conta
signed-by-anybody = Se você acabou de tocar em “Confirmar minha assinatura”, sua assinatura está confirmada. Abra o link da mensagem quando quiser conferir.
signed-forget = Não é você? Remover deste navegador
settled-title = Situação desta assinatura
settled-standing = { $state ->
    [counted] Ela conta. Foi confirmada em { $date }.
    [held] Foi confirmada em { $date }.
    [withdrawn] Foi retirada. Tinha sido confirmada em { $date }.
   *[removed] A equipe organizadora retirou esta assinatura da contagem. Tinha sido confirmada em { $date }.
}
settled-change = É sua? Para mudar ou retirar, peça o link, que enviamos ao seu e-mail.
signed-withdraw = Retirar minha assinatura
share-title = Quem mais deveria assinar?
share-text = { $kind ->
    [letter] A maioria assina nos primeiros dias. Envie para alguém da sua área que também assinaria.
    [pledge] A maioria participa nos primeiros dias. Envie para uma pessoa amiga que também assumiria este compromisso.
   *[petition] A maioria assina nos primeiros dias. Envie para alguém que também assinaria.
}
# O caminho preferido primeiro: whatsapp sms email facebook linkedin bluesky mastodon.
share-order = whatsapp facebook email bluesky linkedin sms mastodon
share-message = Assinei “{ $title }”. Você assina também? { $link }
share-subject = Você assina também?
share-whatsapp = WhatsApp
share-sms = SMS
share-email = E-mail
share-facebook = Facebook
share-linkedin = LinkedIn
share-bluesky = Bluesky
share-mastodon = Mastodon
share-by = Enviar por { $way }
share-sheet = Compartilhar
share-link = Seu link
share-copy = Copiar
share-copied = Copiado
share-qr = QR code do seu link
share-beside = Tem alguém ao seu lado?
share-scan = Peça que aponte a câmera para este código e assine no próprio celular.
mastodon-title = Compartilhar no Mastodon
mastodon-server = Seu servidor
mastodon-server-hint = Por exemplo, mastodon.social. Não guardamos essa informação.
mastodon-button = Ir para o servidor
