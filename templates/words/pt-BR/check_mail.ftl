### Enquanto a mensagem está a caminho.
### { $kind } é letter, pledge ou petition.

## Confira seu e-mail

check-tab = Confirme seu e-mail
check-thanks = Nosso muito obrigado.
check-title = Confira seu e-mail para terminar.
check-text-html = Abra a mensagem que enviamos para <b>{ $email }</b> e toque em “Confirmar minha assinatura”. Sua assinatura conta a partir desse momento.
check-again = Enviar de novo
check-again-done = Reenviamos a mensagem no máximo três vezes. Abra a mais recente e olhe também na caixa de spam.
check-other = Usar outro e-mail
check-other-label = Novo e-mail
check-other-button = Enviar para este e-mail
check-other-done = Se sua assinatura ainda não tinha sido confirmada, a mensagem agora vai para o novo e-mail, e a primeira deixa de funcionar.
check-suggestion-html = O e-mail está certo? Você quis dizer <b>{ $email }</b>?
check-spam = Costuma chegar em um minuto. Quando muitas pessoas assinam ao mesmo tempo pela mesma rede, pode levar alguns minutos. Se não chegar, procure por “{ $sender }” na caixa de spam ou em Promoções. Cada endereço de e-mail recebe no máximo três mensagens destas por semana. Depois disso, peça mais uma em “Mudar ou retirar minha assinatura”, no fim desta página.
check-forget = Não é você? Remover deste navegador
check-anywhere-text = Se você acabou de enviar o formulário, abra a mensagem que enviamos e toque em “Confirmar minha assinatura”. Sua assinatura conta a partir desse momento.
check-anywhere-code = Confirmar com e-mail e código
check-anywhere-email = O e-mail que você usou para assinar
check-code-summary = Digitar o código
check-code-label = Código da mensagem
check-code-hint = Oito letras e números, como abcd-2345. Não faz diferença usar maiúsculas ou traço.
check-code-button = Confirmar minha assinatura
line-title = { $kind ->
    [letter] Sua assinatura na carta
    [pledge] Sua assinatura no compromisso
   *[petition] Sua assinatura no abaixo-assinado
}
line-pending = pendente
line-unnamed = Conta, mas o nome não aparece
progress-label = Andamento
