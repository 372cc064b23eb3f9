### A própria assinatura: ver, mudar, retirar, apagar; mensagens que não se quer.
### { $kind } é letter, pledge ou petition.

## Retirar, não fui eu, link vencido

withdraw-title = Retirar sua assinatura?
withdraw-text-html = Sua assinatura deixa de contar e de aparecer em <b>{ $title }</b>, e o total diminui em uma.
withdraw-button = Retirar minha assinatura
withdraw-keep = Manter minha assinatura
withdrawn-title = Sua assinatura foi retirada
withdrawn-text-html = Sua assinatura não conta mais em <b>{ $title }</b>.
withdrawn-undo = Mudei de ideia: quero que minha assinatura conte
withdrawn-told = Enviamos uma mensagem com um link para desfazer isto. Ele funciona por 30 dias.
withdrawn-untold = Não enviamos nenhuma mensagem sobre isto, para que ninguém a encontre. Se você mudar de ideia, desfaça aqui dentro de um dia. Depois disso, você pode assinar de novo.
withdraw-told = Enviamos uma mensagem com um link para desfazer isto, que funciona por 30 dias.
withdraw-untold = Não enviamos nenhuma mensagem sobre isto.
back-title = Contar sua assinatura de novo?
back-text = Você retirou a assinatura. Com a palavra da mensagem, ela volta a contar.
back-button = Quero que minha assinatura conte
back-late = O prazo passou: funciona por 30 dias e só enquanto é possível assinar.
word-letter = Enviar uma nova mensagem com a palavra
not-me-title = Agradecemos por avisar
not-me-text-html = Nada foi contado em <b>{ $title }</b>, e o que foi digitado está apagado. Por 30 dias não vamos escrever a este endereço sobre isso se outra pessoa o digitar.
not-me-self = Você quer assinar? Pode fazer isso aqui.
not-me-why = Alguém digitou seu endereço, talvez por engano.
gone-title = Este link não funciona mais
gone-text = Links para confirmar uma assinatura funcionam por sete dias, e só quando copiados por inteiro.
gone-code = O código da mensagem também serve: digite na página em que você assinou.
gone-new = Para um novo link, abra o que você assinou e escolha “Mudar ou retirar minha assinatura”, no fim da página. Se você ainda não assinou, pode assinar de novo: leva vinte segundos.
gone-button = Ver todos os abaixo-assinados

## Parar de receber

unsubscribe-title = Parar de receber novidades?
unsubscribe-text = Não vamos enviar novidades a este endereço durante um ano. O que for pedido com ele continua chegando: a mensagem para confirmar uma assinatura ou o link dela. A assinatura que você confirmou fica como está.
unsubscribe-button = Não me enviem novidades
unsubscribed-title = Não vamos enviar novidades
unsubscribed-text = Durante um ano, este endereço não recebe novidades deste site. O que for pedido com ele continua chegando: a mensagem para confirmar uma assinatura ou o link dela. A assinatura que você confirmou fica como está.

## A própria assinatura

foot-own = Mudar ou retirar minha assinatura
signed-own = Ver ou mudar tudo o que guardamos sobre você
own-title = Sua assinatura
own-saved = Salvo. Onde sua assinatura aparece, as mudanças já estão no ar.
own-again = Sua assinatura conta de novo.
own-standing = { $state ->
    [counted] Conta desde { $date }.
    [held] Confirmada em { $date }. Está em análise e ainda não conta.
    [withdrawn] Retirada. Tinha sido confirmada em { $date }.
   *[removed] A equipe organizadora retirou esta assinatura da contagem. Tinha sido confirmada em { $date }.
}
own-change = Mudar sua assinatura
own-save = Salvar as mudanças
own-held = O que guardamos sobre você
own-held-text = Junto com o formulário acima, isto é tudo.
own-fact-signed = Assinada
own-fact-confirmed = Confirmada
own-fact-number = O número da sua assinatura
own-fact-language = Idioma
own-fact-text = Texto que você assinou
own-fact-text-is = { $title }, versão { $n }
own-fact-source = De onde você veio
own-fact-promise = Seu compromisso
own-fact-reason = Por que você assinou
own-fact-share = Código do seu link para compartilhar
own-fact-sorted = Ordem na lista
own-fact-first = Entre as primeiras assinaturas
own-reason = Dizer por que você assinou, ou mudar ou apagar seu motivo
own-fact-keeps = Seus dados são guardados até
own-fact-keeps-after = { $months ->
    [one] um mês
   *[other] { $months } meses
} depois do encerramento
own-consents = A que você disse sim ou não, e quando
own-means = { $means ->
    [own-page] nesta página
    [stop-link] com o link para não receber mensagens
   *[form] ao assinar
}
own-mails = Mensagens que enviamos a você
own-letter = { $kind ->
    [confirm] Confirme sua assinatura
    [already] Você já tinha assinado
    [own] O link desta página
    [withdrawn] Sua assinatura foi retirada
   *[other] Mensagem
}
own-data = Baixar tudo (JSON)
own-leave = Retirar ou apagar
own-erase = Apagar meus dados
erased-title = Os dados foram apagados
erased-text-html = O nome, o endereço e tudo o mais que foi dado com esta assinatura em <b>{ $title }</b> foram apagados: quem assinou pediu, ou o tempo de guardá-los terminou. Nada aqui diz de quem era a assinatura.
erased-counts = { $state ->
    [counted] Ela ainda conta, sem nome.
   *[other] Ela não conta.
}
erase-title = Apagar seus dados?
erase-text-html = Seu nome, seu endereço e tudo o mais que você informou em <b>{ $title }</b> são apagados. Não é possível desfazer, e o link da sua assinatura deixa de funcionar.
erase-all-text = Apagar tudo: o total diminui em uma.
erase-counted-text = Apagar meus dados, mas contar minha assinatura: o total não muda, e você conta sem nome. Fica só um rastro codificado do seu endereço, para que ninguém conte duas vezes. Não é possível ler seu endereço a partir dele.
erase-all = Apagar tudo
erase-counted = Apagar meus dados, mas contar minha assinatura
erase-keep = Manter tudo e voltar
erase-kept-out = A equipe organizadora retirou esta assinatura da contagem, e isso não muda. Fica só um rastro codificado do seu endereço. Não é possível ler seu endereço a partir dele.
ask-own-title = Mudar ou retirar minha assinatura
ask-own-text = Digite o endereço com que você assinou. Se você assinou com ele, enviamos um link para uma página em que você pode ver tudo o que guardamos, corrigir, escolher o que outras pessoas veem, retirar ou apagar a assinatura. Não é preciso ter conta.
ask-own-email = E-mail com que você assinou
ask-own-email-hint = Para proteger você, esta página nunca diz se um endereço assinou ou não.
ask-own-button = Enviar o link
ask-own-sent = Se este endereço assinou, uma mensagem com o link está a caminho. Se a assinatura ainda não foi confirmada, a mensagem pede a confirmação. Pode levar alguns minutos, ou até amanhã, se for o terceiro pedido em um dia. Olhe também na caixa de spam.
