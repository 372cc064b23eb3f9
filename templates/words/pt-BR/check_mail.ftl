### Enquanto a mensagem está a caminho.
### { $kind } é letter, pledge ou petition.

## Confira seu e-mail

check-tab = Confirme seu e-mail
check-thanks = Agradecemos.
check-title = Confira seu e-mail para terminar.
check-text-html = Abra a mensagem que enviamos para <b>{ $email }</b> e toque em “Confirmar minha assinatura”. Sua assinatura conta a partir desse momento.
check-again = Enviar de novo
check-again-done = Enviamos a mensagem de novo, até três vezes. Abra a mais recente e olhe também na caixa de spam.
check-other = Usar outro endereço
check-other-label = Novo endereço de e-mail
check-other-button = Enviar para este endereço
check-other-done = Se sua assinatura ainda não tinha sido confirmada, a mensagem agora vai para o novo endereço, e a primeira deixa de funcionar.
check-suggestion-html = O endereço está certo? Você quis dizer <b>{ $email }</b>?
check-spam = Costuma chegar em um minuto. Quando muitas pessoas assinam ao mesmo tempo pela mesma rede, pode levar alguns minutos. Se não chegar, procure por “{ $sender }” na caixa de spam ou em promoções. Um endereço recebe no máximo três destas mensagens por semana. Depois disso, peça mais uma em “Mudar ou retirar minha assinatura”, no fim desta página.
check-forget = Não é você? Esquecer estes dados aqui
check-anywhere-text = Se você acabou de enviar o formulário, abra a mensagem que enviamos e toque em “Confirmar minha assinatura”. Sua assinatura conta a partir desse momento.
check-anywhere-code = Confirmar com endereço e código
check-anywhere-email = O endereço de e-mail com que você assinou
check-code-summary = Digitar o código
check-code-label = Código da mensagem
check-code-hint = Oito letras e números, como em abcd-2345. Maiúsculas e traços não importam.
check-code-button = Confirmar minha assinatura
line-title = { $kind ->
    [letter] Sua assinatura na carta
    [pledge] Sua assinatura no compromisso
   *[petition] Sua assinatura no abaixo-assinado
}
line-pending = pendente
line-unnamed = Conta, sem mostrar o nome
progress-label = Andamento
