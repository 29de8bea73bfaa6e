/**
 * The placement table of November 2026, as comma-separated values: one row per placement of an ad platform. Platforms change their rules;
 * only this table is to be changed then. An empty cell says that no limit was found, not that there is none.
 */
export const placementTable = `
id,platform,placement,kind,w,h,ratio,min_w,min_h,max_mb,formats,dur_min,dur_max,dur_rec,safe_trbl,text_limits,conf
meta_feed_45,meta,feed,image,1080,1350,4:5,600,600,30,jpg|png,,,,0/0/0/0,primary 125 visible|headline 27-40|description 20-30,M
meta_feed_11,meta,feed,image,1080,1080,1:1,600,600,30,jpg|png,,,,0/0/0/0,primary 125 visible|headline 27-40|description 20-30,M
meta_feed_191,meta,feed_link,image,1200,628,1.91:1,600,314,30,jpg|png,,,,0/0/0/0,primary 125 visible|headline 27-40,M
meta_carousel,meta,carousel_card,image,1080,1080,1:1,600,600,30,jpg|png,,,,0/0/0/0,2-10 cards|primary 125|headline 40|description 20,M
meta_story_img,meta,stories,image,1080,1920,9:16,500,,30,jpg|png,,,5 shown,269/65/384/65,primary 125|headline 40,H
meta_reels_img,meta,reels,image,1080,1920,9:16,500,,30,jpg|png,,,,269/65/672/65,primary 72 visible,M
meta_feed_vid_45,meta,feed,video,1080,1350,4:5,120,120,4000,mp4|mov|gif,1,14460,15,0/0/0/0,primary 125|headline 27-40,M
meta_feed_vid_11,meta,feed,video,1080,1080,1:1,120,120,4000,mp4|mov|gif,1,14460,15,0/0/0/0,primary 125|headline 27-40,M
meta_story_vid,meta,stories,video,1080,1920,9:16,500,,4000,mp4|mov,1,60,15,269/65/384/65,primary 125,L
meta_reels_vid,meta,reels,video,1080,1920,9:16,500,,4000,mp4|mov,1,90,15,269/65/672/65,primary 72 visible,L
tiktok_infeed_916,tiktok,in_feed,video,1080,1920,9:16,540,960,500,mp4|mov|mpeg|3gp|avi,5,60,9-15,150/150/450/60,ad text 1-100 latin (1-50 cjk) no emoji|brand 2-20|app name 4-40,H
tiktok_infeed_11,tiktok,in_feed,video,1080,1080,1:1,640,640,500,mp4|mov|mpeg|3gp|avi,5,60,9-15,,same,H
tiktok_infeed_169,tiktok,in_feed,video,1920,1080,16:9,960,540,500,mp4|mov|mpeg|3gp|avi,5,60,9-15,,same,H
tiktok_topview,tiktok,topview,video,1080,1920,9:16,720,1280,500,mp4|mov,5,60,9-15,150/150/450/60,same,M
yt_shorts,youtube,shorts,video,1080,1920,9:16,600,1067,,via YouTube upload,,180,<60 (only first 60 play in feed),250/192/480/48,description 2x35|headline 40,M
yt_shorts_img,youtube,shorts_demandgen,image,1080,1920,9:16,600,1067,5,jpg|png,,,,250/192/480/48,headline 40 x5|description 90 x5|business 25,H
yt_skippable,youtube,in_stream_skippable,video,1920,1080,16:9,640,360,,via YouTube upload,12,180,15-30,,companion 300x60 150KB,M
yt_nonskip,youtube,in_stream_nonskip,video,1920,1080,16:9,640,360,,via YouTube upload,6,20,15,,,L
yt_bumper,youtube,bumper,video,1920,1080,16:9,640,360,,via YouTube upload,,6,6,,,M
gads_pmax_land,google,pmax,image,1200,628,1.91:1,600,314,5.12,jpg|png,,,,10% each edge,headline 30 (3-15; one <=15)|long headline 90 (1-5)|description 90 (2-5; one <=60)|business 25,H
gads_pmax_square,google,pmax,image,1200,1200,1:1,300,300,5.12,jpg|png,,,,10% each edge,same,H
gads_pmax_portrait,google,pmax,image,960,1200,4:5,480,600,5.12,jpg|png,,,,10% each edge,same,H
gads_logo_11,google,logo,image,1200,1200,1:1,128,128,5.12,jpg|png,,,,circle crop 21.46% in Gmail,,H
gads_logo_41,google,logo,image,1200,300,4:1,512,128,5.12,jpg|png,,,,,,H
gads_pmax_vid,google,pmax,video,1920,1080,16:9,,,,via YouTube upload,10,,10-60,,also 1:1 and 9:16; max 5,M
gads_demandgen_45,google,demand_gen,image,960,1200,4:5,480,600,5,jpg|png,,,,10% each edge,headline 40 x5|description 90 x5|business 25,H
gads_rda_land,google,responsive_display,image,1200,628,1.91:1,600,314,5.12,jpg|png,,,,10% each edge,short headline 30 x5|long 90|description 90 x5|business 25,M
gdn_300x250,google,display_upload,image,300,250,6:5,,,0.15,jpg|png|gif,,30,,,,M
gdn_336x280,google,display_upload,image,336,280,6:5,,,0.15,jpg|png|gif,,30,,,,M
gdn_728x90,google,display_upload,image,728,90,8.09:1,,,0.15,jpg|png|gif,,30,,,,M
gdn_970x90,google,display_upload,image,970,90,10.8:1,,,0.15,jpg|png|gif,,30,,,,M
gdn_970x250,google,display_upload,image,970,250,3.88:1,,,0.15,jpg|png|gif,,30,,,,M
gdn_160x600,google,display_upload,image,160,600,4:15,,,0.15,jpg|png|gif,,30,,,,M
gdn_300x600,google,display_upload,image,300,600,1:2,,,0.15,jpg|png|gif,,30,,,,M
gdn_320x50,google,display_upload,image,320,50,6.4:1,,,0.15,jpg|png|gif,,30,,,,M
gdn_320x100,google,display_upload,image,320,100,3.2:1,,,0.15,jpg|png|gif,,30,,,,M
gdn_250x250,google,display_upload,image,250,250,1:1,,,0.15,jpg|png|gif,,30,,,,M
gdn_468x60,google,display_upload,image,468,60,7.8:1,,,0.15,jpg|png|gif,,30,,,,M
li_img_191,linkedin,single_image,image,1200,628,1.91:1,640,360,5,jpg|png|gif static,,,,,intro 150 visible max 600|headline 70 visible max 200|description 100 visible max 300,M
li_img_11,linkedin,single_image,image,1200,1200,1:1,360,360,5,jpg|png|gif static,,,,,same,M
li_img_45,linkedin,single_image,image,720,900,4:5,360,640,5,jpg|png,,,,,same (mobile),M
li_img_v191,linkedin,single_image,image,628,1200,1:1.91,360,640,5,jpg|png,,,,,same (mobile only),M
li_carousel,linkedin,carousel_card,image,1080,1080,1:1,,,10,jpg|png|gif static,,,,,2-10 cards|headline 45 (30 with lead form)|intro 255,M
li_vid_169,linkedin,video,video,1920,1080,16:9,640,360,500,mp4,3,1800,15,,intro 600|headline 200,H
li_vid_11,linkedin,video,video,1080,1080,1:1,360,360,500,mp4,3,1800,15,,same,H
li_vid_45,linkedin,video,video,1080,1350,4:5,360,450,500,mp4,3,1800,15,,same; recommended ratio,H
li_vid_916,linkedin,video,video,1080,1920,9:16,360,640,500,mp4,3,1800,15,,same,H
pin_img,pinterest,standard,image,1000,1500,2:3,,,20,png|jpg,,,,,title 100 (40 visible; 30 for cjk/arabic)|description 500,H
pin_carousel,pinterest,carousel_card,image,1000,1500,2:3,,,20,png|jpg,,,,,2-5 cards (1:1 also)|title 100|description 500,M
pin_vid,pinterest,video,video,1000,1500,2:3,,,2000,mp4|mov|m4v,4,900,6-15,,title 100|description 500,H
pin_vid_max,pinterest,video_max_width,video,1080,1080,1:1,,,2000,mp4|mov|m4v,4,900,6-15,,16:9 also; height <= 1:1,M
x_img_11,x,image,image,1200,1200,1:1,800,800,5,png|jpg,,,,,post 280 (link costs 23)|website title 70,H
x_img_191,x,image,image,1200,628,1.91:1,800,418,5,png|jpg,,,,,same,H
x_vid_11,x,video,video,1200,1200,1:1,,,1000 (rec 30),mp4|mov,,140,15,,post 280|website title 70,M
x_vid_916,x,vertical_video,video,1080,1920,9:16,720,1280,1000 (rec 30),mp4|mov,,140,15,,post 280,M
snap_img,snapchat,single_image,image,1080,1920,9:16,720,1280,5,jpg|png,,,5 shown,150/64/150/64,brand 25|headline 34,H
snap_vid,snapchat,single_video,video,1080,1920,9:16,720,1280,1000,mp4|mov,3,180,3-6,150/64/150/64,brand 25|headline 34,H
snap_story_tile,snapchat,story_tile,image,360,600,3:5,,,2,png,,,,,logo 993x284 png|headline 55,M
snap_collection_thumb,snapchat,collection,image,160,160,1:1,,,2,jpg|png,,,,,,H
amz_sbv,amazon,sponsored_brands_video,video,1920,1080,16:9,1280,720,500,mp4|mov,6,45,15-30,,on-screen text >=30pt,M
amz_sb_img,amazon,sponsored_brands_image,image,1200,628,1.91:1,,,5,jpg|png,,,,,NO text or logo in image|headline 50 (unverified)|logo >=400x400 (unverified),L
amz_brand_logo,amazon,brand_profile_logo,image,600,600,1:1,600,600,,jpg|png,,,,,white or transparent background,H
amz_dsp_300x250,amazon,dsp_display,image,300,250,6:5,,,,jpg|png,,15,,,animation <=15 s on site and <=30 s off site; max 3 loops,H
amz_dsp_728x90,amazon,dsp_display,image,728,90,8.09:1,,,,jpg|png,,15,,,same,H
amz_dsp_160x600,amazon,dsp_display,image,160,600,4:15,,,,jpg|png,,15,,,same,H
amz_dsp_300x600,amazon,dsp_display,image,300,600,1:2,,,,jpg|png,,15,,,same,H
amz_dsp_970x250,amazon,dsp_display,image,970,250,3.88:1,,,,jpg|png,,15,,,same,H
amz_dsp_320x50,amazon,dsp_display_mobile,image,320,50,6.4:1,,,,jpg|png,,15,,,same,H
amz_dsp_414x125,amazon,dsp_display_mobile,image,414,125,3.31:1,,,,jpg|png,,15,,,same,H
amz_olv,amazon,online_video,video,1920,1080,16:9,1920,1080,500,mp4,6,120,6|15|20|30|60,,>=4 Mbps,M
amz_stv,amazon,streaming_tv,video,1920,1080,16:9,1920,1080,500,mp4,15,30,15|30 (20 UK),,no clickable-looking CTA; >=4 Mbps (rec 8); audio >=192 kbps,M
`;
