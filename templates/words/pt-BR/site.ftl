### O próprio site: como as assinaturas são verificadas, quem o mantém, denunciar uma página.

## Como as assinaturas são verificadas

trust-title = Como as assinaturas são verificadas
trust-confirmed-title = Confirmadas por e-mail
trust-confirmed = Depois de cada assinatura, enviamos uma mensagem ao e-mail que foi digitado. A assinatura só conta quando quem usa esse e-mail abre o link e toca no botão, ou digita o código. Só abrir o link não basta. Se parece que foi um programa que tocou, pedimos uma palavra da mensagem.
trust-once-title = Cada pessoa uma vez
trust-once = Cada endereço de e-mail conta uma vez em cada abaixo-assinado. Outras formas de escrever o mesmo endereço, com pontos ou algo depois de um sinal de mais, servem para no máximo dois nomes diferentes, como quando um casal divide a mesma caixa de e-mail. A equipe organizadora pode segurar ou retirar da contagem assinaturas que pareçam inventadas. Quem assinou vê isso na página da própria assinatura.
trust-number-title = O que o número significa
trust-number = É o número de assinaturas confirmadas, e nada mais. Ele diminui quando alguém retira a sua. Ninguém pode comprar assinaturas nem aumentar o número, nem mesmo a equipe organizadora. Enquanto é possível assinar, as páginas mostram o número a partir de 25.
trust-names-title = Quem vê o quê
trust-names = Um nome só aparece se a pessoa permitiu, e ela pode mudar isso quando quiser. Em algumas cartas, todos os nomes são públicos: o formulário diz isso antes da assinatura. A equipe organizadora vê os nomes e os e-mails de quem assinou. Outras organizações só recebem o endereço de e-mail de quem disse sim a elas. O prazo em que os dados são guardados está na página de privacidade de cada abaixo-assinado.
trust-tracking-title = Sem rastreamento
trust-tracking = Estas páginas não carregam nada de outras empresas: nem contadores, nem pixels, nem publicidade, nem fontes de fora. Só usamos um cookie quando você envia um formulário, para que a página seguinte reconheça seu navegador. Não guardamos seu endereço IP. Você não precisa de conta.
trust-limits-title = O que isto não garante
trust-limits = Um e-mail confirmado não prova que existe uma pessoa diferente por trás: quem tem vários e-mails pode assinar várias vezes. Não conferimos documentos de identidade, nem queremos recebê-los. E o banco de dados está com quem mantém este site: é preciso confiar em quem faz isso.
trust-report = Denunciar uma página

## Quem mantém este site

imprint-title = Quem mantém este site
imprint-operator = Este site é mantido por { $operator }.
imprint-petitions = A organização que aparece em um abaixo-assinado escreveu o texto e responde por ele. Se ela informa um endereço de contato, ele está na página.

## Denunciar uma página

report-page-title = Denunciar uma página
report-page-text = Conte a quem mantém este site o que há de errado em uma página. A equipe organizadora não fica sabendo quem denunciou.
report-page-about = Você está denunciando:
report-page-kind = O que há de errado?
report-page-kind-is = { $kind ->
    [personal] Mostra dados pessoais de alguém sem permissão
    [impostor] Finge ser outra pessoa ou organização
    [unlawful] É contra a lei
    [fraud] Pede dinheiro ou senhas, ou engana
   *[other] Outra coisa
}
report-page-words = Diga do que se trata
report-page-words-hint = Qual frase, imagem ou nome, e onde. Até 2.000 caracteres.
report-page-email = Seu e-mail
report-page-email-hint = Só se você quiser uma resposta. Quem mantém este site vê seu e-mail, que é apagado com a denúncia depois de seis meses.
report-page-button = Enviar a denúncia
report-page-done-title = Agradecemos o aviso
report-page-done = Sua denúncia fica guardada para quem mantém este site. Em caso de perigo imediato, ligue para o número de emergência da sua região.
report-page-back = Voltar à página
error-report-kind = Escolha o que há de errado
error-report-words = Diga em uma frase o que há de errado, para que possamos encontrar
error-report-many = Hoje chegaram denúncias demais. Tente de novo amanhã.

## A mensagem sobre uma denúncia

mail-report-subject = Denúncia sobre uma página: { $title }
mail-report-lead = Alguém denunciou uma página do seu site.
mail-report-kind = O que há de errado: { $kind ->
    [personal] dados pessoais sem permissão
    [impostor] finge ser outra pessoa ou organização
    [unlawful] contra a lei
    [fraud] pede dinheiro ou senhas, ou engana
   *[other] outra coisa
}
mail-report-words = O que a pessoa escreveu:
mail-report-email = A pessoa quer uma resposta em { $email }.
mail-report-no-email = A pessoa não deixou e-mail.
mail-report-button = Ver a página
petition-imprint-title = Aviso legal
petition-imprint-who = { $organization } escreveu o texto deste abaixo-assinado e responde por ele.
petition-imprint-site = Quem mantém este site
organization-gone = Esta organização não existe mais. Os abaixo-assinados que ela criou continuam disponíveis nos próprios endereços.

## Quem cuida do site testa se as mensagens chegam

mail-test-subject = Mensagem de teste: chegou
mail-test-lead = Em { $date } (UTC), esta mensagem foi pedida na página de e-mail. Ela fez o caminho de todas as outras: da fila ao servidor de envio, e dali até aqui.
mail-test-lead-init = Em { $date } (UTC), este site foi configurado e mandou esta mensagem direto ao servidor de envio, como fará com todas as outras.
mail-test-text = Vale olhar onde ela está: se foi parar no spam, as das outras pessoas também vão parar lá. Na maioria das vezes, falta SPF, DKIM ou DMARC no domínio do remetente.
mail-test-button = Voltar à página de e-mail

## Quem chega quando o site ainda não tem certificado

https-none-title = Este site ainda não está disponível
https-none = { $host } só responde por HTTPS, e ainda não tem certificado.
https-why = { $why ->
    [away] Não é possível contatar a autoridade que o emite. Uma nova tentativa acontece sozinha.
    [too-many] A autoridade que o emite não aceita mais pedidos para este nome por enquanto. Uma nova tentativa acontece mais tarde, sozinha.
    [not-ours] A autoridade que o emite não encontra este servidor nesse nome. Quem administra o site precisa apontar o nome para cá e abrir a porta 443.
    [name] A autoridade não emite certificados para este nome. Quem administra o site encontra o motivo no registro.
    [disk] Não dá para guardá-lo: quem administra o site precisa liberar espaço no disco.
    [other] A autoridade que o emite recusou. Quem administra o site encontra o motivo no registro.
   *[none] Ele está sendo emitido. Volte em um minuto.
}
