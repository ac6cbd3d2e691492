// Published JSON-LD contexts, byte for byte as their publishers serve them. `sha256` is the digest of those bytes.
// Few credentials name these, so they are a separate part of the program, loaded at first use.
// They come as text, of which only what a document names is parsed.
import _bbs_v1 from './bbs-v1.json?raw';
import _blockcerts_v2 from './blockcerts-v2.json?raw';
import _blockcerts_v3 from './blockcerts-v3.json?raw';
import _blockcerts_v3_1 from './blockcerts-v3.1.json?raw';
import _citizenship_v1 from './citizenship-v1.json?raw';
import _citizenship_v2 from './citizenship-v2.json?raw';
import _citizenship_v3 from './citizenship-v3.json?raw';
import _citizenship_v4rc1 from './citizenship-v4rc1.json?raw';
import _credentials_examples_v1 from './credentials-examples-v1.json?raw';
import _credentials_examples_v2 from './credentials-examples-v2.json?raw';
import _credentials_undefined_terms_v2 from './credentials-undefined-terms-v2.json?raw';
import _dcc_v1 from './dcc-v1.json?raw';
import _did_resolution_v1 from './did-resolution-v1.json?raw';
import _did_v1 from './did-v1.json?raw';
import _ed25519_2018_v1 from './ed25519-2018-v1.json?raw';
import _educredential from './educredential.json?raw';
import _jwk_v1 from './jwk-v1.json?raw';
import _jws_2020_v1 from './jws-2020-v1.json?raw';
import _learncard_artifacts_1_0_0 from './learncard-artifacts-1.0.0.json?raw';
import _learncard_boostids_1_0_0 from './learncard-boostids-1.0.0.json?raw';
import _learncard_boosts_1_0_0 from './learncard-boosts-1.0.0.json?raw';
import _learncard_boosts_1_0_0_2025_07_10 from './learncard-boosts-1.0.0-2025-07-10.json?raw';
import _learncard_boosts_1_0_0_2025_04_11 from './learncard-boosts-1.0.0-2025-04-11.json?raw';
import _learncard_boosts_1_0_0_2025_04_11b from './learncard-boosts-1.0.0-2025-04-11b.json?raw';
import _learncard_boosts_1_0_1 from './learncard-boosts-1.0.1.json?raw';
import _learncard_boosts_1_0_2 from './learncard-boosts-1.0.2.json?raw';
import _learncard_boosts_1_0_3 from './learncard-boosts-1.0.3.json?raw';
import _learncard_delegates_1_0_0 from './learncard-delegates-1.0.0.json?raw';
import _learncard_linked_claims_endorsement_1_0_0 from './learncard-linked-claims-endorsement-1.0.0.json?raw';
import _learncard_qa_1_0_0 from './learncard-qa-1.0.0.json?raw';
import _learncard_tcp_1_0_0 from './learncard-tcp-1.0.0.json?raw';
import _learncard_wrappers_obv2_1_0_0 from './learncard-wrappers-obv2-1.0.0.json?raw';
import _learncard_wrappers_obv2_1_0_0_2025_08_14 from './learncard-wrappers-obv2-1.0.0-2025-08-14.json?raw';
import _ob_v0 from './ob-v0.json?raw';
import _ob_v1 from './ob-v1.json?raw';
import _ob_v2 from './ob-v2.json?raw';
import _ob_v2p1 from './ob-v2p1.json?raw';
import _ob2_extension_accessibility_extension from './ob2-extension-accessibility-extension.json?raw';
import _ob2_extension_apply_link_extension from './ob2-extension-apply-link-extension.json?raw';
import _ob2_extension_assessment_extension from './ob2-extension-assessment-extension.json?raw';
import _ob2_extension_endorsement from './ob2-extension-endorsement.json?raw';
import _ob2_extension_example_extension from './ob2-extension-example-extension.json?raw';
import _ob2_extension_extra_description from './ob2-extension-extra-description.json?raw';
import _ob2_extension_geo_coordinates_extension from './ob2-extension-geo-coordinates-extension.json?raw';
import _ob2_extension_issuer_accreditation_extension from './ob2-extension-issuer-accreditation-extension.json?raw';
import _ob2_extension_license_extension from './ob2-extension-license-extension.json?raw';
import _ob2_extension_original_creator_extension from './ob2-extension-original-creator-extension.json?raw';
import _ob2_extension_recipient_profile from './ob2-extension-recipient-profile.json?raw';
import _ob3_extension_accessibility_extension_3_0_0 from './ob3-extension-accessibility-extension-3.0.0.json?raw';
import _ob3_extension_apply_link_extension_3_0_0 from './ob3-extension-apply-link-extension-3.0.0.json?raw';
import _ob3_extension_geo_coordinates_extension_3_0_0 from './ob3-extension-geo-coordinates-extension-3.0.0.json?raw';
import _ob3_extension_license_extension_3_0_0 from './ob3-extension-license-extension-3.0.0.json?raw';
import _odrl from './odrl.json?raw';
import _revocation_list_2020_v1 from './revocation-list-2020-v1.json?raw';
import _secp256k1_2019_v1 from './secp256k1-2019-v1.json?raw';
import _security_v1 from './security-v1.json?raw';
import _security_v2 from './security-v2.json?raw';
import _security_v3_unstable from './security-v3-unstable.json?raw';
import _x25519_2019_v1 from './x25519-2019-v1.json?raw';
import _x25519_2020_v1 from './x25519-2020-v1.json?raw';
import { type Snapshot, snapshot } from './snapshot.ts';

export const RARE = {
  'bbs-v1': snapshot({ name: 'bbs-v1', sha256: '13c9ca884f29b002e9440d2a9b7aaf8611cf8f5b06fefb82161f9b81a67cebf2', text: _bbs_v1 }),
  'blockcerts-v2': snapshot({ name: 'blockcerts-v2', sha256: '3c0621311db8d15a6aee9921a641d75d3cb72ebc296ff2c6d11597f23e4615b5', text: _blockcerts_v2 }),
  'blockcerts-v3': snapshot({ name: 'blockcerts-v3', sha256: '7b5a4f9771640918b6e3169af29374b38a9f914dcfed77675db7944c8f1a1152', text: _blockcerts_v3 }),
  'blockcerts-v3.1': snapshot({ name: 'blockcerts-v3.1', sha256: '2fc073679f0e05bba5984a3110c0bfcfbc9401c2a5874115e9a9bb12204001f3', text: _blockcerts_v3_1 }),
  'citizenship-v1': snapshot({ name: 'citizenship-v1', sha256: '9ffdc9e92801959e8f7416744aca720d06e0a4702dd83043c02c74700c161d93', text: _citizenship_v1 }),
  'citizenship-v2': snapshot({ name: 'citizenship-v2', sha256: '4b50a8580f99ddb2df2ad94e93eee1725f6c185a34306e1c98f4d631b160a9fc', text: _citizenship_v2 }),
  'citizenship-v3': snapshot({ name: 'citizenship-v3', sha256: 'b8fa8872d5af1686f13c1d17a663a78334a93becba1407c41548f10b515ad7fa', text: _citizenship_v3 }),
  'citizenship-v4rc1': snapshot({ name: 'citizenship-v4rc1', sha256: '5038c7383afd7ab2158f1b997913a8f60978a0abcf96e0b0d08e29f146d2db1e', text: _citizenship_v4rc1 }),
  'credentials-examples-v1': snapshot({ name: 'credentials-examples-v1', sha256: '2070ae4e75bc3b4c2cfe2b8b6e86ec45119672bbb5da283f0399ea96c60a0104', text: _credentials_examples_v1 }),
  'credentials-examples-v2': snapshot({ name: 'credentials-examples-v2', sha256: '57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c', text: _credentials_examples_v2 }),
  'credentials-undefined-terms-v2': snapshot({ name: 'credentials-undefined-terms-v2', sha256: '82dab514ba44eb18f5d1b0f638c5e140c6a556fbfb5089601bdc0fa5eb8b2581', text: _credentials_undefined_terms_v2 }),
  'dcc-v1': snapshot({ name: 'dcc-v1', sha256: 'a06ff9e5cb8d339f23a14ca24da21f7d736209b80d8f120c100ef100136641e3', text: _dcc_v1 }),
  'did-resolution-v1': snapshot({ name: 'did-resolution-v1', sha256: 'ab456c9361e7516727d9a7d4b3fde231ddab09fa07530ec37342a0c20d8d072a', text: _did_resolution_v1 }),
  'did-v1': snapshot({ name: 'did-v1', sha256: '4f3eae5568c9c5f036a082088f9e192019ee06faa78973c87ff91d5421b88dad', text: _did_v1 }),
  'ed25519-2018-v1': snapshot({ name: 'ed25519-2018-v1', sha256: '166c6abb9e08176cee5f6c87c9c1bbfefa5717da391bcac525e5437f93eab809', text: _ed25519_2018_v1 }),
  'educredential': snapshot({ name: 'educredential', sha256: 'c56c11e50a8222d9a3420779b44c5959d0b88feabe10e8757e422efba11ad129', text: _educredential }),
  'jwk-v1': snapshot({ name: 'jwk-v1', sha256: '0f14b62f6071aafe00df265770ea0c7508e118247d79b7d861a406d2aa00bece', text: _jwk_v1 }),
  'jws-2020-v1': snapshot({ name: 'jws-2020-v1', sha256: 'd648e05ddc6577827ca2bfd5e931f53e9ebc6e52a57a8da81df4ec8c46ffcd1e', text: _jws_2020_v1 }),
  'learncard-artifacts-1.0.0': snapshot({ name: 'learncard-artifacts-1.0.0', sha256: 'c1273b03d7dcbe9f937f1dd39ecfdd00fbd4e62bfbeb3e713a5da949b0cfc001', text: _learncard_artifacts_1_0_0 }),
  'learncard-boostids-1.0.0': snapshot({ name: 'learncard-boostids-1.0.0', sha256: 'e0c2f93e000d39335b930a9bf2d9f9f5dbe7d2c884311631fa6723ae7a9c751f', text: _learncard_boostids_1_0_0 }),
  'learncard-boosts-1.0.0': snapshot({ name: 'learncard-boosts-1.0.0', sha256: '6f8e96263e9cf535ac975daea5920bc3333db39940267003d157689220379379', text: _learncard_boosts_1_0_0 }),
  'learncard-boosts-1.0.0-2025-07-10': snapshot({ name: 'learncard-boosts-1.0.0-2025-07-10', sha256: '6200ca4131ecfc2f551e59da8d1166ed903b56eb5e3de1cb2ea4c8398c0879ee', text: _learncard_boosts_1_0_0_2025_07_10 }),
  'learncard-boosts-1.0.0-2025-04-11': snapshot({ name: 'learncard-boosts-1.0.0-2025-04-11', sha256: 'e002a232b48b5ffd5f361e6eb3df3d919a937cf2e634b5d0e1733a656b554ce4', text: _learncard_boosts_1_0_0_2025_04_11 }),
  'learncard-boosts-1.0.0-2025-04-11b': snapshot({ name: 'learncard-boosts-1.0.0-2025-04-11b', sha256: 'a273854149f05e7a131bd81a5501c8f0831abf4623434461a1b48e692bbce4a4', text: _learncard_boosts_1_0_0_2025_04_11b }),
  'learncard-boosts-1.0.1': snapshot({ name: 'learncard-boosts-1.0.1', sha256: '6200ca4131ecfc2f551e59da8d1166ed903b56eb5e3de1cb2ea4c8398c0879ee', text: _learncard_boosts_1_0_1 }),
  'learncard-boosts-1.0.2': snapshot({ name: 'learncard-boosts-1.0.2', sha256: '6f5a115f036cace53844876c0c8611d06058a68fa55cb812517c44d8193e1883', text: _learncard_boosts_1_0_2 }),
  'learncard-boosts-1.0.3': snapshot({ name: 'learncard-boosts-1.0.3', sha256: '66965be33f3a0bb5d781bb180bd0287ef9cc3016b13356c20fa092e9c81b691a', text: _learncard_boosts_1_0_3 }),
  'learncard-delegates-1.0.0': snapshot({ name: 'learncard-delegates-1.0.0', sha256: '40416a8232097009754d9481359f8345c8d49de815d49a3e98564391852dc472', text: _learncard_delegates_1_0_0 }),
  'learncard-linked-claims-endorsement-1.0.0': snapshot({ name: 'learncard-linked-claims-endorsement-1.0.0', sha256: 'ff873642ed10822f98badde8d5d6897e0c00cb007da1e6b425b26d3dc4ed793d', text: _learncard_linked_claims_endorsement_1_0_0 }),
  'learncard-qa-1.0.0': snapshot({ name: 'learncard-qa-1.0.0', sha256: '0547d0c8b6e76c1ea0e48bcca197496777b68dab2ba28f2df8b4ed520f8018b9', text: _learncard_qa_1_0_0 }),
  'learncard-tcp-1.0.0': snapshot({ name: 'learncard-tcp-1.0.0', sha256: 'a17aacb03ffc01e2559a9ce34a848174590eadd407af967bb98bf39f92fdb8f8', text: _learncard_tcp_1_0_0 }),
  'learncard-wrappers-obv2-1.0.0': snapshot({ name: 'learncard-wrappers-obv2-1.0.0', sha256: '786eb3d7b109f8e144e7d0bc042d00a87d6e8655d2a4813a48494a98adb5c5f2', text: _learncard_wrappers_obv2_1_0_0 }),
  'learncard-wrappers-obv2-1.0.0-2025-08-14': snapshot({ name: 'learncard-wrappers-obv2-1.0.0-2025-08-14', sha256: '39a9557d916cc3bfc965a9c6d13f1e8f418e5fc67e2352c2deb30bb567c43db9', text: _learncard_wrappers_obv2_1_0_0_2025_08_14 }),
  'ob-v0': snapshot({ name: 'ob-v0', sha256: 'e29df6c24e6a8b82ac66824aecace9447c3912bb73fbfc062c5abe95f8125479', text: _ob_v0 }),
  'ob-v1': snapshot({ name: 'ob-v1', sha256: '406ec07d0e758a41e84bac6361d29e391188492eb25f7efc51bfa19d8b2db810', text: _ob_v1 }),
  'ob-v2': snapshot({ name: 'ob-v2', sha256: '3c0c25a0e581c64cbe632197377c4f334c6c0b95f0d90e3b74449781612b153d', text: _ob_v2 }),
  'ob-v2p1': snapshot({ name: 'ob-v2p1', sha256: '4fcbe253b159dc04c7f79b12a46d529b5e9f0283d75a9686c6a121fe94a795df', text: _ob_v2p1 }),
  'ob2-extension-accessibility-extension': snapshot({ name: 'ob2-extension-accessibility-extension', sha256: '00efc7274f50b2ceda952090414004bb83bbf59ce8622036840a345e35dfa525', text: _ob2_extension_accessibility_extension }),
  'ob2-extension-apply-link-extension': snapshot({ name: 'ob2-extension-apply-link-extension', sha256: '2ec7e81e41ffae9455e0617c8532dac17fe6634bc6918b68035448ba145a6154', text: _ob2_extension_apply_link_extension }),
  'ob2-extension-assessment-extension': snapshot({ name: 'ob2-extension-assessment-extension', sha256: '46b2e9c907acf78494a77f88ea66f01a436bda1cc9e5167c15c86b39b1d3d914', text: _ob2_extension_assessment_extension }),
  'ob2-extension-endorsement': snapshot({ name: 'ob2-extension-endorsement', sha256: '85b3cd56e0ab06120a7a51c59f02d0114c84ca94dfb5e84494bfde7b2888941d', text: _ob2_extension_endorsement }),
  'ob2-extension-example-extension': snapshot({ name: 'ob2-extension-example-extension', sha256: '5827540679c457f11ff12697f3009287dcd193db34c87c5faf922a4a21055fff', text: _ob2_extension_example_extension }),
  'ob2-extension-extra-description': snapshot({ name: 'ob2-extension-extra-description', sha256: '6dbc58d5eed32634576a101f10e4231d0e1cc23a46d8dfc5c37a70be96d8ddea', text: _ob2_extension_extra_description }),
  'ob2-extension-geo-coordinates-extension': snapshot({ name: 'ob2-extension-geo-coordinates-extension', sha256: 'c0348b3b4d01897cd224051d564e18fa1c57131af98db6dc373fed4ac16e4b80', text: _ob2_extension_geo_coordinates_extension }),
  'ob2-extension-issuer-accreditation-extension': snapshot({ name: 'ob2-extension-issuer-accreditation-extension', sha256: '5cf2c8dbf69e8023c298b0b255c0339a8217c54ef7c4294409a2165a26347b31', text: _ob2_extension_issuer_accreditation_extension }),
  'ob2-extension-license-extension': snapshot({ name: 'ob2-extension-license-extension', sha256: 'ef1144d991310feb4b16f24fad45b41b7ab38f7224499807a7aa2876aedf374d', text: _ob2_extension_license_extension }),
  'ob2-extension-original-creator-extension': snapshot({ name: 'ob2-extension-original-creator-extension', sha256: '96bd22c0ac4e908c0990c6213a7d5a8f60ff2aeeadf735e6fe8cb49428eb6fe4', text: _ob2_extension_original_creator_extension }),
  'ob2-extension-recipient-profile': snapshot({ name: 'ob2-extension-recipient-profile', sha256: 'fcca57a73e976c280b41e6dcd9cc6e2a91e89340e390d4db619b99e6be813399', text: _ob2_extension_recipient_profile }),
  'ob3-extension-accessibility-extension-3.0.0': snapshot({ name: 'ob3-extension-accessibility-extension-3.0.0', sha256: 'a864fd0e3b08fdfb6d9445468796e040f76f90d510557e2ab467dbe42370846f', text: _ob3_extension_accessibility_extension_3_0_0 }),
  'ob3-extension-apply-link-extension-3.0.0': snapshot({ name: 'ob3-extension-apply-link-extension-3.0.0', sha256: 'ff51b0bfb7474e8a91b74b3203cc9883110febb0dc094e4f08768bf865d9e5de', text: _ob3_extension_apply_link_extension_3_0_0 }),
  'ob3-extension-geo-coordinates-extension-3.0.0': snapshot({ name: 'ob3-extension-geo-coordinates-extension-3.0.0', sha256: '2a0224ba6bc621fdfbc2118fced31448eaa4fc4dbb0301ed99bbab3d91775993', text: _ob3_extension_geo_coordinates_extension_3_0_0 }),
  'ob3-extension-license-extension-3.0.0': snapshot({ name: 'ob3-extension-license-extension-3.0.0', sha256: '0d32012cfe2182d7d9dbf53c0be66ae8414ef957b260f9d31c74f7aa25fd653e', text: _ob3_extension_license_extension_3_0_0 }),
  'odrl': snapshot({ name: 'odrl', sha256: 'f9937a5cf820abc39a1b954a3752132a9334fb23ec4a379e77a74a007c8f567d', text: _odrl }),
  'revocation-list-2020-v1': snapshot({ name: 'revocation-list-2020-v1', sha256: '9fe1e5bd6d2f709e4628947c86455f2d97204e07ed7b7ae51d559e35e5238e9d', text: _revocation_list_2020_v1 }),
  'secp256k1-2019-v1': snapshot({ name: 'secp256k1-2019-v1', sha256: '8452efdde151151539b78d240f55cee7d9cc985bf078123ce310aa7ae04763b4', text: _secp256k1_2019_v1 }),
  'security-v1': snapshot({ name: 'security-v1', sha256: 'abaf97e107d1925503c433dcaf3ffd2831697cacc1ed2a293e1bc8030d5bcb47', text: _security_v1 }),
  'security-v2': snapshot({ name: 'security-v2', sha256: '611bd81151d5efe53ec9aed78f5a813e577287bc9451ee26d6879b1b8b46bc3b', text: _security_v2 }),
  'security-v3-unstable': snapshot({ name: 'security-v3-unstable', sha256: '311be32772d8e42f96c1a6ae899e3fa15efb06c27cfd207d86e8abb9951a3e74', text: _security_v3_unstable }),
  'x25519-2019-v1': snapshot({ name: 'x25519-2019-v1', sha256: 'd032497b819ad21259daaa11a1e0ce1153592fb58877751944d6b48768c0bf33', text: _x25519_2019_v1 }),
  'x25519-2020-v1': snapshot({ name: 'x25519-2020-v1', sha256: 'b234f84fe7cebb0efef37cad82667eeacb6d414f6c51ac37f5dc803a4a0c728a', text: _x25519_2020_v1 }),
} as const satisfies Record<string, Snapshot>;
