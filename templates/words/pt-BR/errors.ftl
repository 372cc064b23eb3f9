### O que deu errado e o que fazer. Ao lado de um campo: uma frase, no imperativo, sem ponto final.

error-prefix = Erro:
errors-title = { $n ->
    [one] Há uma coisa para corrigir
    [2] Há duas coisas para corrigir
    [3] Há três coisas para corrigir
    [4] Há quatro coisas para corrigir
   *[other] Há { $n } coisas para corrigir
}

error-name-missing = Digite seu nome completo
error-name-long = Digite um nome de no máximo 100 caracteres
error-name-characters = Digite seu nome sem caracteres invisíveis ou de controle
error-name-letter = Digite um nome com pelo menos uma letra
error-name-link = Digite seu nome sem endereços de sites
error-email-missing = Digite seu e-mail
error-email-shape = Digite um e-mail como nome@example.org
error-email-domain = Confira o que vem depois do @: não é possível enviar e-mail para lá
error-email-reach = Digite um e-mail sem acentos nem letras especiais antes do @: não conseguimos enviar para os que têm
error-email-long = Digite um e-mail mais curto
error-line-missing = Preencha esta linha
error-tags-many = Pode haver no máximo 20 etiquetas
error-notes-many = Já há 50 notas: apague uma primeiro
error-tag-missing = Digite a etiqueta
error-tag-comma = Uma etiqueta não tem vírgula
error-line-long = Encurte esta linha
error-line-link = Preencha esta linha sem endereços de sites nem de e-mail
error-line-characters = Preencha esta linha sem caracteres invisíveis ou de controle
error-text-missing = Preencha este texto
error-text-long = Encurte este texto
error-text-characters = Escreva este texto sem caracteres invisíveis ou de controle
error-date = Informe uma data
error-time = Informe uma data e um horário
error-language = Escolha um dos idiomas
error-color = Escolha uma cor ou escreva-a com seis dígitos, por exemplo 17603f
error-cursor = Esta página da lista não é válida. Comece pela primeira
error-id = Este endereço não é válido
error-choice = Escolha uma das respostas
error-slug-shape = Use de 2 a 80 letras minúsculas sem acento, números e traços simples, como em processos-judiciais
error-slug-taken = Outro abaixo-assinado já tem este endereço. Escolha outro
error-token = Este formulário expirou. Envie de novo
error-code = O código não confere. Copie as oito letras e números da mensagem mais recente
error-word = Esta não é a palavra da mensagem. Olhe de novo e digite
error-word-missing = Digite a palavra da mensagem
error-reason-late = Você confirmou há mais de uma hora. Copie seu texto, peça o link em “Mudar ou retirar minha assinatura”, abaixo, e envie por lá
error-words-spent = Nenhuma das três tentativas deu certo. Com uma nova mensagem, você pode tentar de novo
error-updates-missing = Escolha sim ou não
error-password-short = Use pelo menos 12 caracteres
error-password-long = Use no máximo 128 caracteres
error-password-common = Esta senha é das primeiras que alguém tentaria adivinhar. Escolha outra
error-password-context = Escolha uma senha sem seu nome, seu e-mail nem o nome da sua organização
error-password-current = Esta não é sua senha atual
error-password-same = As duas senhas são diferentes. Digite de novo
error-sign-in = E-mail ou senha incorretos. Confira e tente de novo
error-second-code = Este código não está certo ou já foi usado. Espere o próximo e digite-o
error-second-over = Demorou demais ou cinco códigos estavam errados. Digite sua senha de novo

## Páginas

problem-400-title = Não conseguimos ler o que chegou
problem-400-text = Algo se danificou no caminho. Volte, recarregue a página e tente de novo.
problem-401-title = Sua sessão terminou
problem-401-text = O formulário não foi aceito porque sua sessão terminou. Entre na sua conta em outra janela, volte aqui, recarregue a página e envie de novo.
problem-403-guard = Este formulário é de uma sessão anterior. Copie o que você digitou, recarregue a página e envie de novo.
problem-403-origin = Este formulário veio de outro site, e por isso não podemos aceitá-lo. Abra a página aqui e envie o formulário por ela.
problem-403-title = Você não tem permissão
problem-403-text = Sua conta não tem permissão para ver ou mudar isto. Fale com quem é responsável pela sua organização.
problem-403-second-factor = Sua organização pede um segundo fator a quem vê os endereços de quem assina. Configure o seu em Sua conta e volte.
problem-404-title = Esta página não existe
problem-404-text = O endereço pode estar errado, ou a página nunca existiu. Confira o link ou procure entre todos os abaixo-assinados.
problem-405-title = Não é possível fazer isto aqui
problem-405-text = A página não aceita este tipo de solicitação. Volte e use os botões da página.
problem-404-link = Os links das mensagens só funcionam completos, e falta uma parte deste. Abra a mensagem de novo e toque no botão dela, ou copie o endereço inteiro.
problem-404-hours = Com menos de mil assinaturas, o número só é informado por dia, para que uma hora não revele quem assinou.
problem-409-title = Isto não é mais possível
problem-409-text = Algo mudou desde que você abriu a página. Volte, recarregue e confira de novo.
problem-410-title = Esta página foi retirada do ar
problem-410-text = O que estava aqui foi retirado e não pode ser recuperado.
problem-413-title = É texto demais
problem-413-text = O formulário que você enviou é grande demais. Encurte o que você digitou e envie de novo.
problem-415-title = Não conseguimos ler este formato
problem-415-text = Envie o formulário pela própria página, sem compactar e na codificação habitual.
problem-422-title = Corrija isto, por favor
problem-422-text = Algo que você digitou não pode ser usado assim. Volte, corrija e envie de novo.
problem-429-title = Tentativas demais
problem-429-text = Recebemos acessos demais pela sua conexão. Espere alguns minutos e tente de novo.
problem-429-sign-in = Houve tentativas demais. Espere um minuto e meio, ou crie uma nova senha por e-mail.
problem-500-title = Algo falhou do nosso lado
problem-500-text = O erro é nosso, não seu, e já ficou registrado. Tente de novo em alguns minutos.
problem-501-title = Aqui só respondemos em JSON
problem-501-text = Este endereço não tem XML. Deixe o formato de fora ou peça json.
problem-503-title = Não conseguimos fazer isto agora
problem-503-text = O site está com acessos demais ou em manutenção. O que você estava enviando pode não ter sido salvo: envie de novo em um minuto.
problem-request = Se você nos escrever, mencione { $id }.
problem-home = Ver todos os abaixo-assinados

## Salvar, endereços, códigos

error-not-saved = Não conseguimos salvar sua assinatura agora, e ela ainda não conta. O que você digitou continua aqui: toque no botão de novo daqui a pouco.
error-frame-old = O formulário ficou aberto por muito tempo. O que você digitou continua aqui: toque no botão mais uma vez.
error-email-suggestion = Confira o e-mail. Você quis dizer { $email }?
error-role-missing = Digite sua ocupação
error-promise-missing = Escolha com o que você se compromete
error-affiliation-missing = Digite sua escola, universidade ou trabalho
error-place-missing = Digite sua cidade ou estado
error-postcode-missing = Digite seu CEP ou código postal
error-country-missing = Digite seu país
error-promises-lines = Escreva aqui o mesmo número de compromissos que há no idioma original, um por linha e na mesma ordem
error-promises-many = Escreva no máximo 8 compromissos
error-promises-twice = O mesmo compromisso aparece aqui duas vezes
error-promise-stands = Alguém já escolheu um compromisso que falta aqui. Você pode mudar a ordem ou as palavras dele, mas não pode tirá-lo
error-names-hidden = Os nomes não podem ser públicos se não aparecem. Permita o nome ou desmarque a caixa abaixo
error-code-often = Houve tentativas demais com códigos. Use o link da mensagem ou volte em dez minutos.
error-too-many-forms = Muitas pessoas estão assinando pela sua rede. Tente de novo em alguns minutos ou por outra conexão. O que você digitou continua aqui.
error-code-spent = O código foi digitado errado cinco vezes. Use o link da mensagem.
error-host = Digite o nome de um servidor, como mastodon.social
error-remark-long = Use no máximo 500 caracteres
error-remark-characters = Escreva sem caracteres invisíveis ou de controle
error-remark-link = Escreva sem endereços de sites nem de e-mail
error-nonce = A página ficou aberta por tempo demais. Toque no botão de novo.
problem-503-many = Muitas pessoas estão usando este serviço pela sua rede. Tente de novo em alguns minutos ou por outra conexão.
problem-409-form-gone = Outro formulário foi enviado deste navegador depois deste, por isso nada foi feito aqui. Recarregue a página ou use o link da mensagem.
problem-403-token = O token está faltando, ou não abre nada aqui.
problem-409-token = Alguém já revogou ou substituiu este token, ou ele expirou. Veja a lista.
problem-409-page-old = A página ficou aberta por tempo demais, por isso nada foi feito. Volte, recarregue e tente de novo.
problem-409-last-owner = Uma organização precisa de quem seja dono. Passe a propriedade a outra pessoa antes.
problem-409-frame-old = O formulário foi enviado há mais de uma hora e esta página já não o reconhece. O link da nossa mensagem ainda confirma sua assinatura.

error-domains = Digite domínios como example.org, um por linha
error-domains-many = Digite no máximo 20 domínios
error-email-watched = Talvez as pessoas a quem isto se dirige consigam ler as mensagens deste e-mail. Use um e-mail pessoal ou, para usar este de qualquer forma, marque a caixa abaixo
error-address-late = O formulário não está aberto agora, por isso o e-mail não pode ser mudado

## O que foi digitado em um formulário que não foi aceito

sent-again = Enviar de novo
sent-written = O que você digitou

## O que a equipe organizadora digita

error-reopen-late = Escolha um último dia anterior: os dados de quem assinou são apagados no dia informado a essas pessoas
error-rewording = Nada foi salvo ainda. Escolha se a mudança corrige a ortografia ou pede outra coisa
error-title-missing = Digite um título
error-ask-missing = Diga em uma ou duas frases qual é o pedido
error-body-missing = Escreva o texto que as pessoas assinam
error-none-published = Marque pelo menos um idioma: um abaixo-assinado aberto precisa de um texto para mostrar
error-goal = Digite um número inteiro a partir de 1, ou deixe vazio
error-zone = Escolha um fuso horário da lista, como America/Sao_Paulo
error-closes-past = Escolha um dia e um horário no futuro
error-closes-early = Escolha um último dia depois do primeiro
error-closes-gap = Este horário não existe nesse dia: os relógios são adiantados. Escolha outro
error-closes-keeps = Escolha um último dia anterior, ou menos meses: quem assinou já sabe até que dia seus dados são guardados
error-keeps = Digite um número inteiro de meses, de 1 a 24
error-keeps-longer = Digite o mesmo número de meses ou menos: quem assinou já sabe que seus dados não são guardados por mais tempo
error-founders-many = Digite no máximo 40 organizações
error-kind-stands = Alguém assinou nesse meio-tempo: o tipo não pode mais ser mudado
error-risk-stands = Já há pessoas que assinaram porque lhes foi prometido sigilo: deixe esta caixa marcada. Para mostrar nomes, crie outro abaixo-assinado
error-step-day = Escolha o dia
error-step-words = Diga o que vai acontecer
error-steps-many = Pode haver no máximo 12 passos. Nada se perde: deixe em branco os que não forem necessários e salve
error-delivery-name = Digite a quem é entregue
error-delivery-many = Pode haver no máximo 10 destinatários. Nada se perde: deixe em branco os que não forem necessários e salve
error-delivery-day = Escolha o dia da entrega
error-delivery-future = Escolha hoje ou um dia anterior
error-delivery-number = Digite um número inteiro
error-delivery-named = Não pode haver mais nomes do que assinaturas entregues
error-delivery-sha = Digite 64 algarismos e letras de a a f, ou deixe em branco
error-source-name = Digite um nome
error-source-code = Use de 1 a 40 letras sem acento, algarismos, hifens e sublinhados
error-source-code-signer = Escolha outro código: os links pessoais de quem assina se parecem com este
error-source-code-taken = Outro link ou parceiro desta petição já tem este código
error-sources-many = Pode haver no máximo 200 links e parceiros. Exclua um link que ninguém usou
error-partner-name-stays = O nome fica: foi com ele que perguntamos sobre os e-mails a quem assina. Adicione outro parceiro
error-member-role = Escolha uma função
error-member-already = Esta pessoa já trabalha aqui
error-invitations-many = Hoje 100 pessoas foram convidadas. Tente de novo amanhã
error-partner-site = Digite o endereço de um site, como https://example.org, um por linha
error-partner-site-http = O endereço de um site precisa começar com https://
error-partner-site-wide = O asterisco pode ficar antes de um nome que seja do parceiro, como https://*.example.org
error-partner-sites-many = Digite no máximo 20 sites
error-no-state = Escolha pelo menos uma opção
error-no-column = Escolha pelo menos uma coluna que caiba na ferramenta.
error-column-opt-in = Marque opt_in: sem ela, esta ferramenta toma todas as pessoas por quem aceitou.
error-no-purpose = Diga para que é a lista.
error-no-recipient = Diga quem recebe o arquivo.
error-export-busy = Uma lista já está sendo preparada. Tente de novo quando ela estiver pronta.
error-export-disk = O disco não aceita mais nada, por isso não foi possível gravar o arquivo. Quem administra este site pode liberar espaço.
error-export-options = O que você escolheu então não existe mais. Escolha de novo em “Export”.

## As perguntas próprias da equipe organizadora

error-reply = { $question } – { $said }
error-reply-missing = Responda a esta pergunta
error-reply-gone = Escolha de novo: uma das respostas não é mais oferecida
error-reply-number = Escreva um número de no máximo 15 algarismos, sem espaços nem separadores de milhar
error-reply-date = Escreva um dia, por exemplo 2027-05-03
error-question-label = Escreva a pergunta
error-question-purpose = Diga para que servem as respostas: quem assina lê isso ao lado da pergunta
error-question-option = Escreva o que esta resposta diz, ou marque que ela sai
error-question-means = Diga abaixo se é a mesma resposta com palavras melhores ou outra resposta
error-question-options-few = Ofereça pelo menos duas respostas para escolher
error-question-options-many = Pode haver no máximo 30 respostas. Nada se perde: deixe em branco as que não forem necessárias e salve
error-question-options-ever = Esta pergunta já teve 100 respostas para escolher. Comece uma pergunta nova
error-question-options-twice = Duas respostas dizem o mesmo. Mude uma delas
error-question-phone = Não pedimos números de telefone: em mãos erradas servem para ameaçar, e uma lista de nomes não precisa deles. Pergunte se a pessoa aceita e-mails. Se a intenção é outra, diga com outras palavras
error-question-birth = Não pedimos datas de nascimento: com um nome, bastam para se passar por alguém. Se a idade importa, ofereça faixas de idade para escolher. Se a intenção é outra, diga com outras palavras
error-question-identity = Não pedimos números de documentos, passaportes, seguros nem parecidos: servem para roubar identidades, e aqui ninguém pode conferi-los. Deixe a pergunta de fora. Se a intenção é outra, diga com outras palavras
error-question-immigration = Não perguntamos pela situação migratória nem pela nacionalidade: quem obtiver a lista pode fazer mal com ela. Deixe a pergunta de fora. Se a intenção é outra, diga com outras palavras
error-question-risk = Onde assinar pode pôr alguém em perigo, não se pergunta nada que se responda com as próprias palavras: ali a pessoa escreve quem é e onde trabalha. Ofereça respostas para escolher
error-question-gone = Esta pergunta mudou nesse meio-tempo. Veja de novo
error-questions-many = Pode haver no máximo 30 perguntas. Remova uma antes
error-questions-long = Pode haver no máximo 5 perguntas de texto longo. Peça um texto curto ou remova uma antes
error-questions-ever = Esta petição já teve 100 perguntas. Recoloque uma das que foram removidas

## Imagens

error-picture-missing = Escolha uma imagem
error-picture-again = Escolha o arquivo de novo: não foi possível guardá-lo
error-picture-large = Escolha uma imagem de no máximo 10 MB
error-picture-wide = Escolha uma imagem de no máximo 36 megapixels e 10.000 pixels por lado
error-picture-small = Escolha uma imagem de pelo menos 600 pixels de largura e 400 de altura
error-picture-kind = Escolha uma imagem PNG, JPEG ou WebP
error-picture-svg = Não conseguimos usar desenhos SVG. Salve como imagem PNG e escolha essa
error-picture-heic = Não conseguimos usar imagens HEIC nem AVIF. Salve uma cópia como JPEG e escolha essa; uma captura de tela também serve
error-picture-cmyk = Esta imagem usa cores de impressão (CMYK). Salve uma cópia em RGB e escolha essa
error-picture-broken = Esta imagem está danificada ou incompleta. Escolha outra
error-picture-busy = Imagens demais estão sendo verificadas agora. Espere um minuto e escolha de novo
error-alt-missing = Descreva o que a imagem mostra

## Configurações de uma organização

error-cover-contrast = Escolha uma cor mais escura: entre as letras claras do título e esta cor o contraste é de { $ratio } para 1, e para ler é preciso 4,5 para 1. A mais próxima que serve é { $color }
error-pen-contrast = Escolha uma cor mais escura: entre os links desta cor e o papel claro o contraste é de { $ratio } para 1, e para ler é preciso 4,5 para 1. A mais próxima que serve é { $color }
error-languages-none = Escolha pelo menos um idioma
error-second-own = Ative primeiro um segundo fator na sua própria conta. Sem isso, esta regra também impediria o seu acesso
error-organization-name = Escreva o nome da organização exatamente como está escrito
error-batch-cause = Escolha por quê
error-batch-note = Diga o que é
error-batch-same = Outra pessoa precisa concordar: foi você quem propôs
error-rule-empty = Diga pelo menos uma coisa que elas têm em comum: assim seriam todas
error-token-scopes = Marque pelo menos uma coisa que ele abre.
error-token-petitions = Escolha no máximo 50 petições desta organização.
error-token-networks = Uma destas não é uma rede nem um endereço, ou há mais de 50. Escreva uma por linha, como 192.0.2.0/24.
error-token-days = Digite um número de dias de 1 a 365.
error-token-many = Há 100 tokens que funcionam. Revogue um de que ninguém precise.
error-webhook-url = Escreva um endereço como https://example.org/caminho, sem nome nem senha
error-webhook-https = Escreva um endereço que comece com https://
error-webhook-port = Escreva um endereço com a porta 443 ou 8443, ou sem porta
error-webhook-private = Escreva um endereço da internet pública
error-webhook-kinds = Escolha pelo menos um evento
error-webhook-details = Escolha só chaves: sua função não permite levar listas de assinaturas
error-webhook-risk = Escolha só chaves: esta petição é de alto risco
